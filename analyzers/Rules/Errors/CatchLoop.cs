using Compiled.Language.Binding;
using Compiled.Language.Faults;

namespace Compiled.Rules;

/// <summary>A catcher that leads straight back to the state that failed, for ever and without a pause. RULES.md, catch-to-itself; FEATURES L-356.</summary>
public sealed class CatchLoop : Rule
{
    // Longer ways without any choice or wait are no handling of an error.
    private const int LongestWay = 64;

    /// <inheritdoc/>
    public override void Check(Machine machine, Action<Fault> report)
    {
        foreach (WorkState state in machine.States.OfType<WorkState>())
        {
            foreach (Catcher catcher in state.Catch.Where(catcher => !IsRetried(state, catcher) && LeadsBack(catcher.Next, state)))
                report(ErrorFaults.CatchLoop.AtField(
                    catcher.Source, "Next", $"'Next' is '{catcher.Next.Name}', which leads back to '{state.Name}' with neither a wait nor a choice between them; a lasting error repeats for ever"));
        }
    }

    // A retry of the same error waits before the catcher is tried.
    private static bool IsRetried(WorkState state, Catcher catcher) => catcher.ErrorEquals.Any(name =>
        state.Retry.Any(retrier => retrier.MaxAttempts > 0 && retrier.ErrorEquals.Any(other => ErrorNames.Covers(other, name) || ErrorNames.Covers(name, other))));

    private static bool LeadsBack(State from, State target)
    {
        State? state = from;
        for (int i = 0; i < LongestWay && state is not null; i++)
        {
            if (state == target)
                return true;
            state = TakesNoTime(state) ? state.Next : null;
        }
        return false;
    }

    private static bool TakesNoTime(State state) => state switch
    {
        PassState => true,
        TaskState { Arn: { Pattern: IntegrationPattern.RequestResponse, Kind: ResourceKind.Lambda or ResourceKind.Integration } } => true,
        _ => false,
    };
}
