using Compiled.Language.Faults;
using Compiled.Language.Json;
using Compiled.Language.Vocabulary;

namespace Compiled.CodeFixes;

/// <summary>Removes the error names beside <c>States.ALL</c>, which it stands for anyway.</summary>
internal sealed class CatchAllAloneMend : Mend
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Ids { get; } = [ErrorFaults.CatchAllNotAlone.Id];

    /// <summary>Whether a retrier or catcher names <c>States.ALL</c>.</summary>
    public static bool CatchesAll(JsonNode entry) => (entry as ObjectNode)?["ErrorEquals"] is ArrayNode names && names.Items.Any(IsAll);

    /// <inheritdoc/>
    public override IEnumerable<Mending> Find(DefinitionText definition, Reported fault)
    {
        if (definition.At(fault.Pointer) is not { Parent: ArrayNode names } all || !IsAll(all))
            yield break;
        IReadOnlyList<TextEdit> edits = ElementEdits.Remove(
            definition, [.. names.Items.Select(item => item.Span)], index => !ReferenceEquals(names.Items[index], all));
        yield return new Mending("LeaveAll", "Leave only 'States.ALL'", edits);
    }

    private static bool IsAll(JsonNode name) => name is StringNode { Value: StatesErrors.All };
}
