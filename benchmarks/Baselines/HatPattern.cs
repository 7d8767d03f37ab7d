using System.Text.RegularExpressions;

namespace Compiled.Benchmarks.Baselines;

internal static partial class HatPattern
{
    [GeneratedRegex("hat$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    public static partial Regex Hat();
}
