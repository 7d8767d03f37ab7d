using Compiled.Language.Binding;
using Compiled.Language.Faults;
using Compiled.Language.Json;
using Compiled.Language.Vocabulary;

namespace Compiled.Rules;

/// <summary>An error that ends the execution whatever Retry and Catch say. RULES.md, uncatchable-error; FEATURES L-364, L-366.</summary>
public sealed class UncatchableError : Rule
{
    /// <inheritdoc/>
    public override void Check(Machine machine, Action<Fault> report)
    {
        foreach ((_, StringNode name) in MachineFindings.Of(machine).Errors)
        {
            if (name.Value == StatesErrors.Runtime)
                report(ErrorFaults.UncatchableError.At(name, $"'{name.Value}' can be neither retried nor caught; it ends the execution"));
            // AWS was recorded to catch it from a task all the same, so nobody can rely on either.
            else if (name.Value == StatesErrors.DataLimitExceeded)
                report(ErrorFaults.UncatchableError.At(name, $"'{name.Value}' ends the execution by AWS's word, and is not to be relied on in Retry or Catch"));
        }
    }
}
