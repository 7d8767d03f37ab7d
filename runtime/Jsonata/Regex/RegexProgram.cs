using Compiled.Language.Vocabulary;

namespace Compiled.Jsonata;

/// <summary>A pattern compiled for <see cref="RegexMatcher"/>.</summary>
/// <param name="Code">The instructions.</param>
/// <param name="Sets">The sets that instructions name by their index.</param>
/// <param name="GroupCount">How many groups capture. Slots 2n and 2n + 1 hold start and end of group n, 0 being the match; further ones belong to loops.</param>
/// <param name="SlotCount">How many slots there are.</param>
/// <param name="IgnoreCase">Whether references go by <see cref="RegexCase"/>.</param>
/// <param name="Start">Where a match may start.</param>
/// <param name="FirstRun">The set of the run that every match starts with, where all starts within a run end alike; null otherwise.</param>
internal sealed record RegexProgram(
    int[] Code, RegexSet[] Sets, int GroupCount, int SlotCount, bool IgnoreCase, RegexStart Start, RegexSet? FirstRun)
{
    /// <summary>Compiles a pattern that has been read before.</summary>
    /// <exception cref="ArgumentException">The pattern is none, or a flag is neither i nor m.</exception>
    public static RegexProgram Of(string pattern, string flags)
    {
        if (flags.AsSpan().Trim("im").Length > 0)
        {
            throw new ArgumentException($"'{flags}' has a flag that is neither i nor m.", nameof(flags));
        }

        RegexTree? tree = RegexParser.Parse(pattern, out RegexError? error);
        if (tree is null)
        {
            throw new ArgumentException($"'{pattern}' is no regular expression: {error!.Message}.", nameof(pattern));
        }

        bool ignoreCase = flags.Contains('i'), multiline = flags.Contains('m');
        var compiler = new RegexCompiler(ignoreCase, multiline, tree.GroupCount);
        (int[] code, RegexSet[] sets, int slots) = compiler.Compile(tree.Root);
        RegexAtomicRuns.Mark(code, sets);
        return new RegexProgram(
            code, sets, tree.GroupCount, slots, ignoreCase, RegexStart.Of(tree.Root, ignoreCase, multiline),
            RegexAtomicRuns.First(code, sets));
    }
}
