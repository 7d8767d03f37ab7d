using Compiled.Compilation;
using Compiled.Execution;
using Compiled.Jsonata;
using Compiled.Values;
using Conformance.Comparing;
using Conformance.Corpus;

namespace Conformance.Running;

/// <summary>Evaluates one case's expression, for no longer than a bound.</summary>
internal static class ExpressionRunner
{
    // An evaluation is bounded by steps and not by a clock. This many a millisecond let JSONata's own cases end within their limits.
    private const long StepsPerMillisecond = 5000;

    // Evaluations are the same every time: the clock stands here, and randomness comes from this seed.
    private const ulong Seed = 1;
    private static readonly DateTimeOffset s_now = new(2024, 6, 1, 12, 0, 0, TimeSpan.Zero);

    // Far above what any case takes: who gets here hangs.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    /// <summary>What the expression came to; null when it did not end within the bound, and then its thread still runs.</summary>
    public static EvaluationOutcome? Run(JsonataCase item, RunnableExpression expression)
    {
        EvaluationOutcome? outcome = null;
        Thread thread = new(() => outcome = Evaluate(item, expression)) { IsBackground = true, Name = item.Id };
        thread.Start();
        return thread.Join(s_patience + (2 * (item.TimeLimit ?? TimeSpan.Zero))) ? outcome : null;
    }

    private static EvaluationOutcome Evaluate(JsonataCase item, RunnableExpression expression)
    {
        try
        {
            Evaluation evaluation = new(s_now, new SeededRandom(Seed));
            if (item.TimeLimit is { } limit) evaluation.Steps = (long)limit.TotalMilliseconds * StepsPerMillisecond;
            if (item.Depth is { } depth) evaluation.Depth = depth;
            JsonValue[] variables = [.. item.Bindings.Select(static binding => JsonValue.FromJsonElement(binding.Value))];
            return new EvaluationOutcome(expression.Evaluate(item.Input(), variables, evaluation));
        }
        catch (JsonataException exception)
        {
            return new EvaluationOutcome(default, exception.Code, exception.Message);
        }
        catch (Exception exception)
        {
            // Whatever else is thrown is a fault of ours, told as the case's outcome; the other cases go on.
            return new EvaluationOutcome(default, exception.GetType().Name, $"{exception.Message} {FirstFrame(exception)}");
        }
    }

    private static string FirstFrame(Exception exception) => exception.StackTrace?.Split('\n')[0].Trim() ?? "";
}
