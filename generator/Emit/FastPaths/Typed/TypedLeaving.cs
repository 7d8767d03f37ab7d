using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace Compiled.Generator.Emit.FastPaths.Typed;

/// <summary>
/// Writes what makes JSON of the objects of a lane where it is left: each place in a method of its own, since what a method builds on its stack is cleared each time
/// that the method is entered.
/// </summary>
internal sealed class TypedLeaving
{
    private static readonly Regex s_names = new(@"@?\b[\p{L}_][\p{L}\p{Nd}_]*", RegexOptions.CultureInvariant);

    private readonly List<(string Head, string Body)> _methods = [];

    public void Clear() => _methods.Clear();

    /// <summary>Adds a method with these statements; gives the statement that calls it.</summary>
    /// <param name="call">The call from which the frames go on.</param>
    /// <param name="body">The statements.</param>
    /// <param name="locals">The locals that they may read, each with its type.</param>
    public string Add(int call, string body, IReadOnlyDictionary<string, string> locals)
    {
        string[] read = [.. s_names.Matches(body).Cast<Match>().Select(match => match.Value).Where(locals.ContainsKey).Distinct()];
        _methods.Add(($"private static void Leave{call}({string.Join(", ", read.Select(local => $"{locals[local]} {local}").Prepend("scoped ref FastPath path"))})", body));
        return $"Leave{call}({string.Join(", ", read.Prepend("ref path"))});";
    }

    public void Write(CodeWriter code)
    {
        foreach ((string head, string body) in _methods)
            code.Line().Line("[global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]").Open(head).Line(body).Close();
    }
}
