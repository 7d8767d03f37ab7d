using System.Buffers;

namespace Compiled.Durable;

/// <summary>
/// Which names executions may have, and machines and activities with them: 1 to 80 characters, no white space, control characters, brackets, wildcards or other special
/// characters. FEATURES P-012.
/// </summary>
public static class ExecutionNames
{
    private const int Longest = 80;

    private static readonly SearchValues<char> s_forbidden = SearchValues.Create("<>{}[]?*\"#%\\^|~`$&,;:/");

    /// <summary>Refuses what is no name.</summary>
    /// <exception cref="InvalidExecutionNameException">The name is none.</exception>
    public static void Check(string name)
    {
        if (!IsName(name))
            throw new InvalidExecutionNameException(name);
    }

    /// <summary>Whether an execution may have the name.</summary>
    public static bool IsName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.Length is 0 or > Longest || name.AsSpan().ContainsAny(s_forbidden) || name.AsSpan().IndexOfAnyInRange('\uFFFE', '\uFFFF') >= 0)
            return false;
        foreach (char c in name)
        {
            if (char.IsControl(c) || char.IsWhiteSpace(c) || char.IsSurrogate(c))
                return false;
        }

        return true;
    }
}
