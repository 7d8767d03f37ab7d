using Compiled.Server.Arns;
using Compiled.Server.Protocol;

namespace Compiled.Server.Operations;

/// <summary>Deletes a version, unless an alias has it; one that isn't there is deleted already. FEATURES P-061, P-063.</summary>
internal sealed class DeleteStateMachineVersion(StepFunctionsServer server) : IOperation
{
    public ValueTask HandleAsync(ApiCall call)
    {
        ResourceArn arn = ResourceArn.Read(call.Request, "stateMachineVersionArn", "stateMachine");
        if (arn.Version == 0)
            throw ApiErrors.InvalidArn($"Invalid ARN: {arn.Text}");
        server.Catalog.Change(arn.StateMachineArn, old =>
        {
            if (old?.Versions.ContainsKey(arn.Version) != true)
                return (old, true);
            string[] aliases = [.. old.Aliases.Values.Where(alias => alias.Routes.Any(route => route.Version == arn.Version)).Select(static alias => alias.Name)];
            return aliases.Length == 0
                ? (old with { Versions = old.Versions.Remove(arn.Version) }, true)
                : throw ApiErrors.Conflict(
                    $"Version to be deleted must not be referenced by an alias. Current list of aliases referencing this version: [{string.Join(", ", aliases)}]");
        });
        return ValueTask.CompletedTask;
    }
}
