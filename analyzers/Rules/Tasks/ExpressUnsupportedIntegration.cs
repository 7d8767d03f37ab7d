using Compiled.Language.Binding;
using Compiled.Language.Faults;

namespace Compiled.Rules;

/// <summary>
/// What Express executions cannot do, beyond what the binder refuses in an Express machine: the same Resources in the Express children of a
/// distributed Map. RULES.md, express-child-sync; FEATURES L-300, L-464.
/// </summary>
public sealed class ExpressUnsupportedIntegration : Rule
{
    /// <inheritdoc/>
    public override void Check(Machine machine, Action<Fault> report)
    {
        foreach (State state in machine.States)
        {
            MapState? child = DistributedScopes.Around(state);
            bool isExpressChild = child?.ExecutionType == "EXPRESS";
            if (state is TaskState task && isExpressChild && machine.Type != MachineType.Express && Refusal(task.Arn) is { } what)
            {
                report(TaskFaults.ExpressUnsupportedIntegration.AtField(
                    task.Source, "Resource", $"'Resource' is {what}, which an Express child of Map '{child!.Name}' does not support"));
            }
        }
    }

    private static string? Refusal(ResourceArn arn) => (arn.Kind, arn.Pattern) switch
    {
        (ResourceKind.Activity, _) => "an activity",
        (_, IntegrationPattern.Sync or IntegrationPattern.Sync2) => "a '.sync' integration",
        (_, IntegrationPattern.WaitForTaskToken) => "a '.waitForTaskToken' integration",
        _ => null,
    };
}
