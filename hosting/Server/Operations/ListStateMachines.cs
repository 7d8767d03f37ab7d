using Compiled.Server.Machines;
using Compiled.Server.Protocol;

namespace Compiled.Server.Operations;

/// <summary>Lists machines by name. FEATURES P-040.</summary>
internal sealed class ListStateMachines(StepFunctionsServer server) : IOperation
{
    public ValueTask HandleAsync(ApiCall call)
    {
        Paging paging = Paging.Read(call, server.TimeProvider, nameof(ListStateMachines));
        string prefix = $"arn:aws:states:{call.Caller.Region}:{call.Caller.Account}:";
        IEnumerable<StateMachine> machines = server.Catalog.Machines.Select(static known => known.Machine)
            .Where(machine => machine.Arn.StartsWith(prefix, StringComparison.Ordinal)).OrderBy(static machine => machine.Name, StringComparer.Ordinal);
        paging.Write(call, "stateMachines", machines, static machine => machine.Name, machine =>
        {
            call.Writer.WriteString("stateMachineArn", machine.Arn);
            call.Writer.WriteString("name", machine.Name);
            call.Writer.WriteString("type", machine.Type);
            call.Writer.WriteDate("creationDate", machine.CreationDate);
        });
        return ValueTask.CompletedTask;
    }
}
