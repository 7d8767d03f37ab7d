using Compiled.Language.Vocabulary;

namespace Compiled.Jsonata;

/// <summary>
/// Finds the runs that need not be gone back to: behind a shorter one stands a code unit of the run's set, and what follows the run takes
/// none of these. It spares <c>\w+\s</c> and its like all the trying.
/// </summary>
internal static class RegexAtomicRuns
{
    public static void Mark(int[] code, RegexSet[] sets)
    {
        for (int ip = 0; ip < code.Length; ip += Length((RegexOp)code[ip]))
        {
            if ((RegexOp)code[ip] == RegexOp.Run && IsAtomic(sets[code[ip + 1]], code, ip + 4, sets))
            {
                code[ip] = (int)RegexOp.AtomicRun;
            }
        }
    }

    /// <summary>
    /// The set of the run without a limit that the pattern starts with. Where what follows it failed, it fails for each later start in the
    /// same run; not so if it looks back at what was matched.
    /// </summary>
    public static RegexSet? First(int[] code, RegexSet[] sets)
    {
        int first = 0;
        while ((RegexOp)code[first] == RegexOp.Save)
        {
            first += 2;
        }

        if ((RegexOp)code[first] != RegexOp.AtomicRun || code[first + 3] != RegexLoopNode.Unbounded)
        {
            return null;
        }

        for (int ip = 0; ip < code.Length; ip += Length((RegexOp)code[ip]))
        {
            if ((RegexOp)code[ip] is RegexOp.Reference or RegexOp.Look)
            {
                return null;
            }
        }

        return sets[code[first + 1]];
    }

    private static bool IsAtomic(RegexSet set, int[] code, int next, RegexSet[] sets)
    {
        while ((RegexOp)code[next] is RegexOp.Save or RegexOp.Jump)
        {
            next = (RegexOp)code[next] == RegexOp.Save ? next + 2 : code[next + 1];
        }

        return (RegexOp)code[next] switch
        {
            RegexOp.Char => !set.Contains((char)code[next + 1]),
            RegexOp.Set => set.IsDisjoint(sets[code[next + 1]]),
            RegexOp.Run or RegexOp.AtomicRun => code[next + 2] > 0 && set.IsDisjoint(sets[code[next + 1]]),
            RegexOp.End or RegexOp.Match => true,
            _ => false,
        };
    }

    private static int Length(RegexOp op) => op switch
    {
        RegexOp.Char or RegexOp.Set or RegexOp.SetBehind or RegexOp.Jump or RegexOp.Save or RegexOp.Reference or RegexOp.ReferenceBehind or RegexOp.LoopBegin => 2,
        RegexOp.Split or RegexOp.Forget or RegexOp.Look => 3,
        RegexOp.Run or RegexOp.AtomicRun or RegexOp.LazyRun or RegexOp.LoopEnd => 4,
        RegexOp.LoopTest => 6,
        _ => 1,
    };
}
