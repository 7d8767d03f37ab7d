using Compiled.Language.Binding;
using Compiled.Language.Faults;
using Compiled.Language.Json;
using Compiled.Rules;

namespace Compiled.Validation;

/// <summary>Judges definitions in AWS's words: what CreateStateMachine refuses and ValidateStateMachineDefinition lists.</summary>
public static class DefinitionValidator
{
    /// <summary>Finds what AWS would say. Never throws for what stands in the text; the definition is valid when no item is of severity ERROR.</summary>
    /// <param name="definition">The definition as JSON.</param>
    /// <param name="type">The type of machine that is to be made of it.</param>
    /// <param name="includeWarnings">Whether AWS's three warnings are wanted too.</param>
    public static IReadOnlyList<ValidationDiagnostic> Validate(string definition, MachineType type, bool includeWarnings = false)
    {
        ArgumentNullException.ThrowIfNull(definition);
        if (string.IsNullOrWhiteSpace(definition))
            return [Wording.NoObject];
        BoundMachine bound = MachineBinder.Bind(definition, type);
        IReadOnlyList<Fault> faults = FaultsOf(bound);
        List<ValidationDiagnostic> found = [.. Wording.Of(faults.Where(IsRefused), bound.Root)];
        // What leads where is looked at once the parts are what they should be.
        if (found.Count == 0 && bound.Root is ObjectNode root)
            found.AddRange(TransitionCheck.Find(root));
        if (includeWarnings)
            found.AddRange(Wording.Of(faults.Where(static fault => fault.Severity != Severity.Error), bound.Root));
        return found;
    }

    /// <summary>As <see cref="Validate"/>, for one state without its machine: where it leads to is not asked. Its place is <c>/States/StateName</c>.</summary>
    public static IReadOnlyList<ValidationDiagnostic> ValidateState(string state, MachineType type)
    {
        ArgumentNullException.ThrowIfNull(state);
        BoundMachine bound = MachineBinder.Bind($"{{\"StartAt\":\"{LoneState}\",\"States\":{{\"{LoneState}\":{state}}}}}", type);
        return [.. Wording.Of(FaultsOf(bound).Where(IsRefused), bound.Root)];
    }

    /// <summary>What AWS calls a state that is tested without its machine.</summary>
    public const string LoneState = "StateName";

    /// <summary>The message of the error InvalidDefinition. FEATURES L-462.</summary>
    public static string Describe(IEnumerable<ValidationDiagnostic> diagnostics) => $"Invalid State Machine Definition: '{string.Join(", ", diagnostics)}'";

    // AWS looks no further than text that is no JSON, also where only a comment is none.
    private static IReadOnlyList<Fault> FaultsOf(BoundMachine bound)
    {
        IReadOnlyList<Fault> faults = RuleList.Check(bound);
        return faults.Any(IsSyntax) ? [.. faults.Where(IsSyntax)] : faults;
    }

    private static bool IsSyntax(Fault fault) => fault.Id == JsonFaults.InvalidJson.Id;

    private static bool IsRefused(Fault fault) => fault.Severity == Severity.Error && fault.Id != CompilerFaults.Unsupported.Id && !TransitionCheck.IsMine(fault);
}
