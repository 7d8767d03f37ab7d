using Compiled.WebConsole.Html;
using Compiled.WebConsole.Model;

namespace Compiled.WebConsole.Pages.Executions;

/// <summary>A visit in the time of its execution: the tries that failed in red, the waits between them in grey. FEATURES V-010.</summary>
internal static class TimeBar
{
    private const double Width = 1000;
    private const double Thinnest = 5;

    public static Markup Of(StateVisit visit, long start, long span, long end)
    {
        List<Markup> parts = [Rect(visit.StartTicks, end, visit.Attempts.Count > 1 ? "back-off" : visit.Outcome.ToString().ToLowerInvariant(), start, span)];
        if (visit.Attempts.Count > 1)
        {
            foreach (StateAttempt attempt in visit.Attempts)
                parts.Add(Rect(attempt.StartTicks, attempt.EndTicks > 0 ? attempt.EndTicks : end, attempt.IsFailed ? "failed" : visit.Outcome.ToString().ToLowerInvariant(), start, span));
        }

        return Markup.Of($"""<svg class="bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">{parts}</svg>""");
    }

    private static Markup Rect(long from, long to, string kind, long start, long span)
    {
        double width = Math.Max(Thinnest, (to - from) * Width / span), left = Math.Min((from - start) * Width / span, Width - Thinnest);
        return Markup.Of($"""<rect class="{kind}" x="{left}" y="0" width="{Math.Min(width, Width - left)}" height="10"/>""");
    }
}
