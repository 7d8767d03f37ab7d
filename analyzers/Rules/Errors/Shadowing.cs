using Compiled.Language.Faults;
using Compiled.Language.Json;
using Compiled.Language.Vocabulary;

namespace Compiled.Rules;

/// <summary>Finds entries of Retry or Catch to which no error comes, because earlier entries act on all of theirs. FEATURES L-330, L-350.</summary>
internal static class Shadowing
{
    private static readonly string[] s_wildcards = [StatesErrors.TaskFailed, StatesErrors.Timeout, StatesErrors.All];

    /// <summary>Reports each such entry.</summary>
    /// <param name="fault">What to report.</param>
    /// <param name="what">The word for an entry.</param>
    /// <param name="entries">The names and the source of each, in the order they are tried.</param>
    /// <param name="report">Takes the faults.</param>
    public static void Check(FaultDescriptor fault, string what, IEnumerable<(IReadOnlyList<string> Names, ObjectNode Source)> entries, Action<Fault> report)
    {
        var earlier = new HashSet<string>(StringComparer.Ordinal);
        foreach ((IReadOnlyList<string> names, ObjectNode source) in entries)
        {
            string?[] covering = [.. names.Select(name => earlier.Contains(name) ? name : s_wildcards.FirstOrDefault(other => earlier.Contains(other) && ErrorNames.Covers(other, name)))];
            if (covering.All(name => name is not null) && names.Count > 0)
                report(fault.AtField(source, "ErrorEquals", $"This {what} never acts; {Places.List([.. covering.Distinct()!])} of an earlier one comes first"));
            earlier.UnionWith(names);
        }
    }
}
