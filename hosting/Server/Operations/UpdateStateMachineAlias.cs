using Compiled.Server.Arns;
using Compiled.Server.Machines;
using Compiled.Server.Protocol;

namespace Compiled.Server.Operations;

/// <summary>Changes the versions or the description of an alias. FEATURES P-067.</summary>
internal sealed class UpdateStateMachineAlias(StepFunctionsServer server) : IOperation
{
    public ValueTask HandleAsync(ApiCall call)
    {
        string? description = call.Request.Text("description", 0, 256);
        ResourceArn arn = AliasArns.Read(call.Request);
        (string StateMachineArn, IReadOnlyList<AliasRoute> Routes)? routing = AliasRouting.Read(call.Request, server.Catalog);
        if (description is null && routing is null)
            throw ApiErrors.MissingRequiredParameter("Either the description or the routing configuration must be specified");
        if (routing is { } given && given.StateMachineArn != arn.StateMachineArn)
            throw ApiErrors.Validation($"Routing configuration must contain versions of the alias's state machine. Received: [{given.StateMachineArn}]", "INVALID_ROUTING_CONFIGURATION");
        DateTimeOffset now = server.TimeProvider.GetUtcNow();
        server.Catalog.Change(arn.StateMachineArn, old =>
        {
            MachineAlias alias = AliasArns.Get(old, arn);
            MachineAlias changed = alias with { Description = description ?? alias.Description, Routes = routing?.Routes ?? alias.Routes, UpdateDate = now };
            return (old! with { Aliases = old.Aliases.SetItem(alias.Name, changed) }, true);
        });
        call.Writer.WriteDate("updateDate", now);
        return ValueTask.CompletedTask;
    }
}
