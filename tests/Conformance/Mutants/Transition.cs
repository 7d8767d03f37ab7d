using Compiled.Language.Binding;
using Compiled.Language.Json;

namespace Conformance.Mutants;

/// <summary>A place where a state names the one that comes after it.</summary>
/// <param name="State">The state.</param>
/// <param name="Holder">The state's object, or that of its rule or catcher.</param>
/// <param name="Field"><c>Next</c> or <c>Default</c>.</param>
/// <param name="Target">The state that is named.</param>
internal sealed record Transition(State State, ObjectNode Holder, string Field, State Target)
{
    /// <summary>The name as written.</summary>
    public StringNode Name => (StringNode)Holder[Field]!;

    /// <summary>Whether it is the state's own <c>Next</c>.</summary>
    public bool IsPlain => Field == "Next" && ReferenceEquals(Holder, State.Source);

    /// <summary>The transitions of a state.</summary>
    public static IEnumerable<Transition> Of(State state)
    {
        if (state.Next is { } next) yield return new(state, state.Source, "Next", next);
        if (state is ChoiceState choice)
        {
            foreach (ChoiceRule rule in choice.Rules) yield return new(state, rule.Source, "Next", rule.Next);
            if (choice.Default is { } otherwise) yield return new(state, state.Source, "Default", otherwise);
        }

        if (state is WorkState work)
        {
            foreach (Catcher catcher in work.Catch) yield return new(state, catcher.Source, "Next", catcher.Next);
        }
    }
}
