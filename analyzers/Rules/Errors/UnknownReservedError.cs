using Compiled.Language.Binding;
using Compiled.Language.Expressions;
using Compiled.Language.Faults;
using Compiled.Language.Json;

namespace Compiled.Rules;

/// <summary>
/// A name that begins with <c>States.</c> and is none of the reserved ones, or a Fail that raises an error in that space. RULES.md,
/// unknown-reserved-error, custom-error-with-reserved-prefix; FEATURES L-361.
/// </summary>
public sealed class UnknownReservedError : Rule
{
    /// <inheritdoc/>
    public override void Check(Machine machine, Action<Fault> report)
    {
        foreach ((_, StringNode name) in MachineFindings.Of(machine).Errors)
        {
            if (ErrorNames.IsReserved(name.Value) && !ErrorNames.IsKnown(name.Value))
                report(ErrorFaults.UnknownReservedError.At(name, $"'{name.Value}' is no error of Step Functions").DidYouMean(Near(name.Value)));
        }
        foreach (FailState fail in machine.States.OfType<FailState>().Where(fail => fail.Error is { } error && ErrorNames.IsReserved(error)))
            report(ErrorFaults.UnknownReservedError.AtField(
                fail.Source, "Error", $"'Error' is '{fail.Error}'; names that begin with '{ErrorNames.Prefix}' are reserved for Step Functions, expected one of your own"));
    }

    // The prefix, which all have, would make everything alike.
    private static string? Near(string name) =>
        NearMiss.Find(name.Substring(ErrorNames.Prefix.Length), ErrorNames.Reserved.Select(known => known.Substring(ErrorNames.Prefix.Length))) is { } near
            ? ErrorNames.Prefix + near
            : null;
}
