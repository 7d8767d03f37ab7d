using Compiled.Values;

namespace Compiled.Jsonata;

/// <summary>The names in what <c>$match</c> gives.</summary>
internal static class MatchKeys
{
    public static readonly Key Match = Key.Of("match");
    public static readonly Key Index = Key.Of("index");
    public static readonly Key Groups = Key.Of("groups");
}
