using Compiled.Language.Binding;
using Compiled.Language.Faults;
using Compiled.Language.Json;

namespace Compiled.Rules;

/// <summary>An error in Retry or Catch that the state cannot raise. RULES.md, error-cannot-occur and error-of-other-service.</summary>
public sealed class ErrorCannotOccur : Rule
{
    /// <inheritdoc/>
    public override void Check(Machine machine, Action<Fault> report)
    {
        var origins = new ErrorOrigins(machine);
        foreach ((WorkState state, StringNode name) in MachineFindings.Of(machine).Errors)
        {
            string? why = origins.WhyNot(state, name.Value) ?? (state is TaskState task ? ServiceErrors.WhyNot(task, name.Value) : null);
            if (why is not null)
                report(ErrorFaults.ErrorCannotOccur.At(name, $"'{state.Name}' cannot raise '{name.Value}'; {why}"));
        }
    }
}
