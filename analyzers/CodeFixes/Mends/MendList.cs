namespace Compiled.CodeFixes;

/// <summary>All mends, and how a definition is mended by them.</summary>
internal static class MendList
{
    // Each round mends at least one fault, so this many are enough for the largest definition with a fault in every state.
    private const int MostRounds = 10_000;

    /// <summary>The mends in the order in which they are offered. To add one: a class in this folder, and a line here.</summary>
    public static IReadOnlyList<Mend> All { get; } =
    [
        new NearMissMend(),
        new PayloadKeyMend(),
        new PathFieldMend(),
        new MissingEndMend(),
        new MissingDefaultMend(),
        new CatchAllOrderMend(),
        new CatchAllAloneMend(),
        new UnreachableStateMend(),
    ];

    /// <summary>The ways to mend one fault that lose no comment.</summary>
    public static IEnumerable<Mending> Find(DefinitionText definition, Reported fault) =>
        All.Where(mend => mend.Ids?.Contains(fault.Id) ?? fault.Suggestion is not null).SelectMany(mend => mend.Find(definition, fault))
            .Where(mending => definition.KeepsComments(mending.Edits));

    /// <summary>
    /// The text with all of some faults mended in one way. What two of them would change at once is changed for the first, and looked at again for the
    /// second.
    /// </summary>
    public static string Apply(string text, IEnumerable<Reported> faults, string key)
    {
        List<Reported> waiting = [.. faults];
        for (int round = 0; waiting.Count > 0 && round < MostRounds; round++)
        {
            DefinitionText definition = new(text);
            List<TextEdit> edits = [];
            List<Reported> left = [];
            foreach (Reported fault in waiting)
            {
                if (Find(definition, fault).FirstOrDefault(mending => mending.Key == key) is not { } mending)
                    continue;
                if (edits.Count == 0 || (!mending.GoesByWhole && TextEdits.AreApart(mending.Edits, edits)))
                    edits.AddRange(mending.Edits);
                else
                    left.Add(fault);
            }
            text = TextEdits.Apply(text, edits);
            waiting = [.. left.Select(fault => fault with { Span = new(TextEdits.Moved(fault.Span.Start, edits), fault.Span.Length) })];
        }
        return text;
    }
}
