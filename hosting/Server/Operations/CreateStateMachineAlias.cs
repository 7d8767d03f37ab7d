using System.Text.RegularExpressions;
using Compiled.Server.Machines;
using Compiled.Server.Protocol;

namespace Compiled.Server.Operations;

/// <summary>Creates an alias of the machine whose versions it names. FEATURES P-013, P-064 to P-067.</summary>
internal sealed partial class CreateStateMachineAlias(StepFunctionsServer server) : IOperation
{
    private const int MostAliases = 100;

    public ValueTask HandleAsync(ApiCall call)
    {
        ApiRequest request = call.Request;
        string? description = request.Text("description", 0, 256);
        string name = request.RequiredText("name", 1, 80, AliasName());
        if (!request.Has("routingConfiguration"))
            request.Missing("routingConfiguration", 0);
        request.Check();
        (string arn, IReadOnlyList<AliasRoute> routes) = AliasRouting.Read(request, server.Catalog)!.Value;
        DateTimeOffset now = server.TimeProvider.GetUtcNow();
        MachineAlias alias = server.Catalog.Change(arn, old =>
        {
            KnownMachine known = old ?? throw ApiErrors.StateMachineDoesNotExist(arn);
            if (known.Machine.IsDeleting)
                throw ApiErrors.StateMachineDeleting(arn);
            if (known.Aliases.TryGetValue(name, out MachineAlias? same))
            {
                return same.Routes.SequenceEqual(routes) && same.Description == description
                    ? (known, same)
                    : throw ApiErrors.Conflict("Failed to create alias because an alias with the same name and a different routing configuration already exists.");
            }

            if (known.Aliases.Count >= MostAliases)
                throw ApiErrors.QuotaExceeded($"A state machine has at most {MostAliases} aliases: '{arn}'");
            MachineAlias made = new() { StateMachineArn = arn, Name = name, Description = description, Routes = routes, CreationDate = now, UpdateDate = now };
            return (known with { Aliases = known.Aliases.Add(name, made) }, made);
        });
        call.Writer.WriteString("stateMachineAliasArn", alias.Arn);
        call.Writer.WriteDate("creationDate", alias.CreationDate);
        return ValueTask.CompletedTask;
    }

    [GeneratedRegex(@"^(?=.*[a-zA-Z_\-\.])[a-zA-Z0-9_\-\.]+$")]
    private static partial Regex AliasName();
}
