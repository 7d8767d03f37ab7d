namespace Compiled.Language.Definition;

/// <summary>The words for a <see cref="Place"/> in messages.</summary>
internal static class PlaceNames
{
    /// <summary>One object of that kind: <c>a Pass state</c>.</summary>
    public static string Article(Place place) => place switch
    {
        Place.Machine => "the machine",
        Place.Branch => "a branch",
        Place.ItemProcessor => "an item processor",
        Place.Rule => "a choice rule",
        Place.NestedRule => "a choice rule inside And, Or or Not",
        Place.Retrier => "a retrier",
        Place.Catcher => "a catcher",
        _ when (place & Place.AnyState) != 0 => $"a {place} state",
        _ => $"'{place}'",
    };

    /// <summary>All the kinds that a row names: <c>Task, Parallel and Map states</c>.</summary>
    public static string List(Place places)
    {
        var states = new List<string>();
        var others = new List<string>();
        foreach (Place place in All)
        {
            if ((places & place) == 0)
                continue;
            if ((place & Place.AnyState) != 0)
                states.Add(place.ToString());
            else
                others.Add(Article(place));
        }
        if (states.Count > 0)
            others.Insert(0, Join(states) + " states");
        return Join(others);
    }

    /// <summary>Every place, in the order in which messages list them.</summary>
    public static IReadOnlyList<Place> All { get; } =
    [
        Place.Task, Place.Parallel, Place.Map, Place.Pass, Place.Wait, Place.Choice, Place.Succeed, Place.Fail,
        Place.Machine, Place.Branch, Place.ItemProcessor, Place.Rule, Place.NestedRule, Place.Retrier, Place.Catcher,
        Place.ItemReader, Place.ReaderConfig, Place.ItemBatcher, Place.ResultWriter, Place.WriterConfig,
        Place.ProcessorConfig, Place.Credentials,
    ];

    private static string Join(List<string> words) => words.Count == 1
        ? words[0]
        : string.Join(", ", words.Take(words.Count - 1)) + " and " + words[words.Count - 1];
}
