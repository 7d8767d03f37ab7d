using System.Buffers;

namespace Compiled.Durable;

/// <summary>Which names executions may have. FEATURES P-012.</summary>
internal static class ExecutionNames
{
    private const int Longest = 80;

    private static readonly SearchValues<char> s_forbidden = SearchValues.Create("<>{}[]?*\"#%\\^|~`$&,;:/");

    /// <exception cref="InvalidExecutionNameException">The name is none.</exception>
    public static void Check(string name)
    {
        if (name.Length is 0 or > Longest || name.AsSpan().ContainsAny(s_forbidden) || name.AsSpan().IndexOfAnyInRange('\uFFFE', '\uFFFF') >= 0)
            throw new InvalidExecutionNameException(name);
        foreach (char c in name)
        {
            if (char.IsControl(c) || char.IsWhiteSpace(c) || char.IsSurrogate(c))
                throw new InvalidExecutionNameException(name);
        }
    }
}
