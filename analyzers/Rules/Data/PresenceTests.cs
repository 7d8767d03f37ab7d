using Compiled.Language.Binding;
using Compiled.Language.Expressions;

namespace Compiled.Rules;

/// <summary>Knows for which paths a flow's Choices ask whether they are there, so that nobody is told of what has been asked for.</summary>
internal static class PresenceTests
{
    /// <summary>Whether some Choice of the state's flow tests the presence of the path, or of what it leads through.</summary>
    public static bool IsTested(State state, PathExpression path) => state.Flow.States.OfType<ChoiceState>()
        .SelectMany(choice => choice.Rules).Any(rule => Tests(rule.Condition, path));

    private static bool Tests(Condition condition, PathExpression path) => condition switch
    {
        AndCondition and => and.Parts.Any(part => Tests(part, path)),
        OrCondition or => or.Parts.Any(part => Tests(part, path)),
        NotCondition not => Tests(not.Inner, path),
        ComparisonCondition { Operator: ComparisonOperator.IsPresent } comparison => IsOnTheWay(comparison.Variable, path),
        _ => false,
    };

    private static bool IsOnTheWay(PathExpression tested, PathExpression path) =>
        tested.Root == path.Root && tested.Steps.Count <= path.Steps.Count
        && tested.Steps.Zip(path.Steps, (left, right) => left.NormalizedText == right.NormalizedText).All(same => same);
}
