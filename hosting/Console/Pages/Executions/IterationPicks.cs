using Compiled.WebConsole.Html;
using Compiled.WebConsole.Model;

namespace Compiled.WebConsole.Pages.Executions;

/// <summary>Choosing the iteration of each Map that the graph shows. FEATURES V-011.</summary>
internal static class IterationPicks
{
    public static Markup Of(Watched watched, IReadOnlyDictionary<string, int> picks)
        => watched.Use(model => Markup.Join(ExecutionOverlay.Of(model, picks).Maps.Select(map => Pick(map.Key, map.Value, picks))));

    private static Markup Pick(string name, StateVisit map, IReadOnlyDictionary<string, int> picks)
    {
        string value = picks.TryGetValue(name, out int chosen) ? FormattableString.Invariant($"{chosen}") : "";
        return Markup.Of($"""<label class="pick"><span>{name}</span><span aria-hidden="true">#</span><input type="number" min="0" max="{Math.Max(map.ItemCount, map.Lanes.Count) - 1}" value="{value}" placeholder="all" data-pick="{name}" aria-label="Iteration of {name}; empty for all"></label>""");
    }
}
