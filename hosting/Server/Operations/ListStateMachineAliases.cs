using Compiled.Server.Arns;
using Compiled.Server.Machines;
using Compiled.Server.Protocol;

namespace Compiled.Server.Operations;

/// <summary>Lists the aliases of a machine, or those that lead to one of its versions, by name. FEATURES P-067.</summary>
internal sealed class ListStateMachineAliases(StepFunctionsServer server) : IOperation
{
    public ValueTask HandleAsync(ApiCall call)
    {
        ResourceArn arn = ResourceArn.Read(call.Request, "stateMachineArn", "stateMachine");
        Paging paging = Paging.Read(call, server.TimeProvider, $"{nameof(ListStateMachineAliases)}\n{arn.Text}");
        if (server.Catalog.Find(arn.StateMachineArn) is not { } known || arn.Qualifier is not null && !known.Versions.ContainsKey(arn.Version))
            throw ApiErrors.StateMachineDoesNotExist(arn.Text);
        IEnumerable<MachineAlias> aliases = known.Aliases.Values.Where(alias => arn.Version == 0 || alias.Routes.Any(route => route.Version == arn.Version));
        paging.Write(call, "stateMachineAliases", aliases, static alias => alias.Name, alias =>
        {
            call.Writer.WriteString("stateMachineAliasArn", alias.Arn);
            call.Writer.WriteDate("creationDate", alias.CreationDate);
        });
        return ValueTask.CompletedTask;
    }
}
