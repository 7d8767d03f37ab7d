using Compiled.Language.Binding;
using Compiled.Language.Faults;
using Compiled.Language.Json;

namespace Compiled.Rules;

/// <summary>
/// What Express executions cannot do, beyond the Resources that the binder refuses in an Express machine: a distributed Map, and such Resources in
/// the Express children of one. RULES.md, express-child-sync, express-distributed-map; FEATURES L-300, L-464.
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
            if (state is MapState { IsDistributed: true } map && (isExpressChild || machine.Type == MachineType.Express))
            {
                ObjectNode? config = (map.Source["ItemProcessor"] as ObjectNode)?["ProcessorConfig"] as ObjectNode;
                string where = isExpressChild ? $"an Express child of Map '{child!.Name}'" : "an Express machine";
                report(TaskFaults.ExpressUnsupportedIntegration.AtField(config ?? map.Source, "Mode", $"Map '{map.Name}' is distributed, which {where} does not support"));
            }
            else if (state is TaskState task && isExpressChild && machine.Type != MachineType.Express && Refusal(task.Arn) is { } what)
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
