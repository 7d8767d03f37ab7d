using Compiled.Language.Faults;
using Compiled.Language.Json;

namespace Compiled.CodeFixes;

/// <summary>Moves the retrier or catcher of <c>States.ALL</c> behind the others.</summary>
internal sealed class CatchAllOrderMend : Mend
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Ids { get; } = [ErrorFaults.CatchAllNotLast.Id];

    /// <inheritdoc/>
    public override IEnumerable<Mending> Find(DefinitionText definition, Reported fault)
    {
        if (definition.At(fault.Pointer)?.Parent?.Parent?.Parent is not ArrayNode entries)
            yield break;
        // Of two one would still stand before the other.
        if (entries.Items.Count(CatchAllAloneMend.CatchesAll) == 1)
        {
            IReadOnlyList<TextEdit> edits = ElementEdits.MoveToEnd(
                definition, [.. entries.Items.Select(item => item.Span)], index => CatchAllAloneMend.CatchesAll(entries.Items[index]));
            yield return new Mending("MoveLast", "Move the entry of 'States.ALL' to the end", edits);
        }
    }
}
