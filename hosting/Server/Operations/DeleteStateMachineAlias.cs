using Compiled.Server.Arns;
using Compiled.Server.Machines;
using Compiled.Server.Protocol;

namespace Compiled.Server.Operations;

/// <summary>Deletes an alias. FEATURES P-067.</summary>
internal sealed class DeleteStateMachineAlias(StepFunctionsServer server) : IOperation
{
    public ValueTask HandleAsync(ApiCall call)
    {
        ResourceArn arn = AliasArns.Read(call.Request);
        server.Catalog.Change(arn.StateMachineArn, old =>
        {
            MachineAlias alias = AliasArns.Get(old, arn);
            return (old! with { Aliases = old.Aliases.Remove(alias.Name) }, true);
        });
        return ValueTask.CompletedTask;
    }
}
