using Compiled.Server.Arns;
using Compiled.Server.Machines;
using Compiled.Server.Protocol;

namespace Compiled.Server.Operations;

/// <summary>
/// Deletes a machine with its versions and aliases; one that isn't there is deleted already. Its executions are stopped first, and until then its status is
/// DELETING. FEATURES P-039.
/// </summary>
internal sealed class DeleteStateMachine(StepFunctionsServer server) : IOperation
{
    public ValueTask HandleAsync(ApiCall call)
    {
        ResourceArn arn = ResourceArn.Read(call.Request, "stateMachineArn", "stateMachine");
        LabeledArns.Refuse(arn);
        if (arn.Qualifier is not null)
            return ValueTask.CompletedTask;
        bool isNew = server.Catalog.Change(arn.Text, static old => old is null || old.Machine.IsDeleting
            ? (old, false)
            : (old with { Machine = old.Machine with { IsDeleting = true } }, true));
        if (isNew)
            server.Deletions.Begin(arn.Text);
        return ValueTask.CompletedTask;
    }
}
