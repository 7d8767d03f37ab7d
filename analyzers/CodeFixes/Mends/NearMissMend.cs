using Compiled.Language.Binding;
using Compiled.Language.Faults;
using Compiled.Language.Json;

namespace Compiled.CodeFixes;

/// <summary>Writes the name that was probably meant: of a state, field, type, error, function, variable or member.</summary>
internal sealed class NearMissMend : Mend
{
    /// <inheritdoc/>
    public override IReadOnlyList<string>? Ids => null;

    /// <inheritdoc/>
    public override IEnumerable<Mending> Find(DefinitionText definition, Reported fault)
    {
        if (fault.Suggestion is not { } name || fault.Span.End > definition.Text.Length)
            yield break;
        string written = definition.Text.Substring(fault.Span.Start, fault.Span.Length);
        string quoted = JsonText.Quote(name);
        // A whole key or value has its quotes in the span, a part of a string has not.
        string text = written.StartsWith("\"", StringComparison.Ordinal) ? quoted : quoted.Substring(1, quoted.Length - 2);
        TextEdit edit = new(fault.Span, text);
        if (fault.Id != FieldFaults.UnknownField.Id || Fits(definition, fault.Pointer, name, edit))
            yield return new Mending("NearMiss", $"Change '{written.Trim('"')}' to '{name}'", [edit]);
    }

    // 'End' in a choice rule is near to 'And', but then its value says that it was not meant so.
    private static bool Fits(DefinitionText definition, string pointer, string name, TextEdit edit)
    {
        string renamed = JsonPointer.Append(pointer.Substring(0, pointer.LastIndexOf('/')), name);
        BoundMachine bound = MachineBinder.Bind(TextEdits.Apply(definition.Text, [edit]), MachineType.Standard);
        return !bound.Faults.Any(fault => fault.Pointer == renamed && fault.Severity == Severity.Error);
    }
}
