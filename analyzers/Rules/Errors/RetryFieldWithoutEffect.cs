using Compiled.Language.Binding;
using Compiled.Language.Faults;
using Compiled.Language.Json;

namespace Compiled.Rules;

/// <summary>A field of a retrier that the others leave nothing to do. RULES.md, retry-fields-without-effect, max-delay-below-interval.</summary>
public sealed class RetryFieldWithoutEffect : Rule
{
    /// <inheritdoc/>
    public override void Check(Machine machine, Action<Fault> report)
    {
        foreach (Retrier retrier in machine.States.OfType<WorkState>().SelectMany(state => state.Retry))
        {
            foreach (JsonMember member in retrier.Source.EffectiveMembers())
            {
                if (Reason(retrier, member) is { } reason)
                    report(ErrorFaults.RetryFieldWithoutEffect.AtName(member, $"'{member.Name}' has no effect; {reason}"));
            }
        }
    }

    private static string? Reason(Retrier retrier, JsonMember member) => (member.Name, retrier.MaxAttempts) switch
    {
        _ when member.Value is StringNode && member.Name != "JitterStrategy" => null,
        ("IntervalSeconds" or "BackoffRate" or "MaxDelaySeconds" or "JitterStrategy", 0) => "'MaxAttempts' is 0, so nothing is retried",
        ("BackoffRate", 1) => "'MaxAttempts' is 1, so there is no second delay to raise",
        ("MaxDelaySeconds", _) when retrier.MaxDelaySeconds <= retrier.IntervalSeconds =>
            $"it is {Places.Text(retrier.MaxDelaySeconds.Value)} and must be above 'IntervalSeconds', which is {Places.Text(retrier.IntervalSeconds)}",
        _ => null,
    };
}
