using Compiled.Language.Binding;
using Compiled.Language.Faults;

namespace Compiled.Rules;

/// <summary>A task that waits for its token as long as the execution may last, since nothing says for how long. RULES.md, callback-without-timeout.</summary>
public sealed class CallbackWithoutTimeout : Rule
{
    private static readonly string[] s_limits = ["TimeoutSeconds", "TimeoutSecondsPath", "HeartbeatSeconds", "HeartbeatSecondsPath"];

    /// <inheritdoc/>
    public override void Check(Machine machine, Action<Fault> report)
    {
        if (machine.TimeoutSeconds is not null)
            return;
        foreach (TaskState task in machine.States.OfType<TaskState>())
        {
            if (task.Arn.Pattern == IntegrationPattern.WaitForTaskToken && s_limits.All(field => task.Source[field] is null))
                report(TimeFaults.CallbackWithoutTimeout.AtField(
                    task.Source, "Resource", $"Task '{task.Name}' waits for its token without limit; expected 'TimeoutSeconds' or 'HeartbeatSeconds', should the token be lost"));
        }
    }
}
