using Compiled.Language.Binding;
using Compiled.Language.Faults;

namespace Compiled.Rules;

/// <summary>All rules, and how a definition is checked against them.</summary>
public static class RuleList
{
    /// <summary>The rules by group, in the order they run. To add one: a class in the folder of its group, and a line here.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        // Expressions
        new BadIntrinsicArgument(),
        new JsonPathInJsonataText(),
        new JsonataInJsonPathText(),
        new JsonataAlwaysFails(),
        new JsonataTypeMismatch(),

        // Variables
        new UndefinedVariable(),
        new MaybeUnassignedVariable(),
        new UnusedVariable(),

        // Flow
        new UnreachableFromStart(),
        new CannotTerminate(),
        new BusyLoop(),
        new AlwaysFails(),

        // Choice
        new ShadowedChoiceRule(),
        new ContradictoryChoiceRule(),
        new ChoiceAlwaysTrue(),
        new ChoiceWithoutDefault(),
        new ChoiceWithoutEffect(),
        new BadStringPattern(),

        // Retry and Catch
        new ShadowedRetrier(),
        new ShadowedCatcher(),
        new UnknownReservedError(),
        new ErrorCannotOccur(),
        new UncatchableError(),
        new RetryFieldWithoutEffect(),
        new CatchLoop(),
        new DeadCatch(),

        // Time
        new RetryExceedsTimeout(),
        new TimeoutWithoutEffect(),
        new WaitExceedsTimeout(),
        new CallbackWithoutTimeout(),

        // Data
        new PathNeverPresent(),
        new PathMayBeAbsent(),
        new ResultPathMatchFailure(),
        new FieldWithoutEffect(),
        new PathTypeMismatch(),
        new UnknownContextField(),

        // Map
        new ItemsNotArray(),
        new DistributedOnlyField(),
        new MissingMapSetting(),

        // Tasks
        new ExpressUnsupportedIntegration(),
        new MissingParameter(),
        new BadParameterType(),
        new TaskTokenNotPassed(),

        // Sizes
        new PayloadTooLarge(),

        // Definitions and C#
        new Unsupported(),
        new IdentifierCollision(),
    ];

    /// <summary>The binder's faults and those of every rule, in the order of the text. Rules run only where the machine can, or could without its comments.</summary>
    public static IReadOnlyList<Fault> Check(BoundMachine bound)
    {
        if (bound.Sound is not { } machine)
            return bound.Faults;
        List<Fault> faults = [.. bound.Faults];
        foreach (Rule rule in All)
            rule.Check(machine, faults.Add);
        return [.. faults.OrderBy(fault => fault.Span.Start)];
    }
}
