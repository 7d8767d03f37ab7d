using Compiled.Language.Binding;
using Compiled.Language.Faults;

namespace Compiled.Rules;

/// <summary>
/// A timeout that something shorter always comes before, or a heartbeat on work that sends none. RULES.md, task-timeout-above-machine,
/// express-timeout-above-limit, heartbeat-without-effect.
/// </summary>
public sealed class TimeoutWithoutEffect : Rule
{
    /// <inheritdoc/>
    public override void Check(Machine machine, Action<Fault> report)
    {
        (int limit, string words) = TimeLimits.Of(machine);
        if (machine.Type == MachineType.Express && machine.TimeoutSeconds > TimeLimits.Express && machine.States.Count > 0)
            report(Above((Language.Json.ObjectNode)machine.Flow.States[0].Source.Parent!.Parent!, machine.TimeoutSeconds.Value, words));
        foreach (TaskState task in machine.States.OfType<TaskState>())
        {
            if (task.TimeoutSeconds is { } timeout && timeout > limit)
                report(Above(task.Source, timeout, words));
            foreach (string field in new[] { "HeartbeatSeconds", "HeartbeatSecondsPath" })
            {
                if (task.Source.TryGet(field, out _) && SendsNone(task.Arn) is { } what)
                    report(TimeFaults.TimeoutWithoutEffect.AtField(task.Source, field, $"'{field}' has no effect; {what} sends no heartbeats, only an activity or the holder of a task token does"));
            }
        }
    }

    private static Fault Above(Language.Json.ObjectNode source, int timeout, string words) => TimeFaults.TimeoutWithoutEffect.AtField(
        source, "TimeoutSeconds", $"'TimeoutSeconds' is {Places.Text(timeout)} and never passes; it is above {words}");

    private static string? SendsNone(ResourceArn arn) => (arn.Kind, arn.Pattern) switch
    {
        (ResourceKind.Lambda, _) => "a Lambda function",
        (ResourceKind.Integration, IntegrationPattern.RequestResponse) when arn.IsKnownIntegration => $"'{arn.Service}:{arn.Action}'",
        (ResourceKind.Integration, IntegrationPattern.Sync or IntegrationPattern.Sync2) => "a '.sync' integration",
        _ => null,
    };
}
