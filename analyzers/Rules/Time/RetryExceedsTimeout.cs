using Compiled.Language.Binding;
using Compiled.Language.Faults;

namespace Compiled.Rules;

/// <summary>A retrier whose delays alone are longer than an execution may last, so its last attempts never come. RULES.md, retry-longer-than-machine.</summary>
public sealed class RetryExceedsTimeout : Rule
{
    /// <inheritdoc/>
    public override void Check(Machine machine, Action<Fault> report)
    {
        (int limit, string words) = TimeLimits.Of(machine);
        foreach (Retrier retrier in machine.States.OfType<WorkState>().SelectMany(state => state.Retry))
        {
            double total = RetryWaits.Total(retrier);
            if (total > limit)
                report(TimeFaults.RetryExceedsTimeout.AtField(retrier.Source, "MaxAttempts", Message(retrier, total, words)));
        }
    }

    private static string Message(Retrier retrier, double total, string words)
    {
        string sum = total > TimeLimits.Standard ? "more than a year" : $"{Places.Text(total)} seconds";
        return $"The {Places.Text(retrier.MaxAttempts)} attempts wait {sum} in all, longer than {words}";
    }
}
