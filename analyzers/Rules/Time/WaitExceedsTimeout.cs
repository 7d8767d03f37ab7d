using Compiled.Language.Binding;
using Compiled.Language.Faults;
using Compiled.Language.Json;

namespace Compiled.Rules;

/// <summary>A Wait that no execution sees the end of, alone or with those that always come before it. RULES.md, wait-above-machine-timeout, wait-above-express.</summary>
public sealed class WaitExceedsTimeout : Rule
{
    /// <inheritdoc/>
    public override void Check(Machine machine, Action<Fault> report)
    {
        (int limit, string words) = TimeLimits.Of(machine);
        WaitState[] waits = [.. machine.States.OfType<WaitState>()];
        // No way goes through more than all of them, and mostly that is far from any limit.
        if (waits.Sum(WaitTimes.Of) <= Math.Min(limit, TimeLimits.Express))
            return;
        var times = new WaitTimes(machine);
        foreach (WaitState wait in waits)
        {
            double own = WaitTimes.Of(wait);
            (double bound, string boundWords) = IsInExpressChild(wait) && limit > TimeLimits.Express ? (TimeLimits.Express, "the 300 seconds of an Express child") : (limit, words);
            double before = bound == limit ? times.AtEntry(wait) : 0;
            if (before <= bound && before + own > bound && wait.Source["Seconds"] is NumberNode)
                report(TimeFaults.WaitExceedsTimeout.AtField(wait.Source, "Seconds", Message(own, before, boundWords)));
        }
    }

    private static string Message(double own, double before, string words) => before == 0
        ? $"'Seconds' is {Places.Text(own)}, longer than {words}"
        : $"'Seconds' is {Places.Text(own)} after at least {Places.Text(before)} in Waits before it, together longer than {words}";

    private static bool IsInExpressChild(State state)
    {
        for (State? owner = state.Flow.Owner; owner is not null; owner = owner.Flow.Owner)
        {
            if (owner is MapState { ExecutionType: "EXPRESS" })
                return true;
        }
        return false;
    }
}
