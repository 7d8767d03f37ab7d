using Compiled.Server.Arns;
using Compiled.Server.Machines;
using Compiled.Server.Protocol;

namespace Compiled.Server.Operations;

/// <summary>Tells everything about an alias. FEATURES P-067.</summary>
internal sealed class DescribeStateMachineAlias(StepFunctionsServer server) : IOperation
{
    public ValueTask HandleAsync(ApiCall call)
    {
        ResourceArn arn = AliasArns.Read(call.Request);
        MachineAlias alias = AliasArns.Get(server.Catalog.Find(arn.StateMachineArn), arn);
        call.Writer.WriteString("stateMachineAliasArn", alias.Arn);
        call.Writer.WriteString("name", alias.Name);
        call.Writer.WriteOptional("description", alias.Description);
        AliasRouting.Write(call.Writer, alias);
        call.Writer.WriteDate("creationDate", alias.CreationDate);
        call.Writer.WriteDate("updateDate", alias.UpdateDate);
        return ValueTask.CompletedTask;
    }
}
