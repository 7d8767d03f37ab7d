using Compiled.Language.Binding;
using Compiled.Language.Expressions;
using Compiled.Language.Faults;

namespace Compiled.Rules;

/// <summary>A path in a field that takes a number or a text, to a value that is known to be neither. RULES.md, seconds-path-not-number.</summary>
public sealed class PathTypeMismatch : Rule
{
    // MaxConcurrencyPath and its like take numbers as text too. FEATURES L-286.
    private static readonly Dictionary<string, (IntrinsicKinds Kinds, string Words)> s_fields = new(StringComparer.Ordinal)
    {
        ["SecondsPath"] = (IntrinsicKinds.Number, "a number"),
        ["TimestampPath"] = (IntrinsicKinds.String, "a timestamp"),
        ["TimeoutSecondsPath"] = (IntrinsicKinds.Number, "a number"),
        ["HeartbeatSecondsPath"] = (IntrinsicKinds.Number, "a number"),
        ["MaxConcurrencyPath"] = (IntrinsicKinds.Number | IntrinsicKinds.String, "a number"),
        ["ToleratedFailureCountPath"] = (IntrinsicKinds.Number | IntrinsicKinds.String, "a number"),
        ["ToleratedFailurePercentagePath"] = (IntrinsicKinds.Number | IntrinsicKinds.String, "a number"),
        ["ErrorPath"] = (IntrinsicKinds.String, "a string"),
        ["CausePath"] = (IntrinsicKinds.String, "a string"),
    };

    /// <inheritdoc/>
    public override void Check(Machine machine, Action<Fault> report)
    {
        PathData data = MachineFindings.Of(machine).Data;
        foreach (PathUse use in MachineFindings.Of(machine).Paths.Where(use => use.State.IsReachable && s_fields.ContainsKey(use.Field)))
        {
            // The arguments of an intrinsic call are not what the field is given.
            if (use.Path.Offset > 0 || data.Of(use) is not { } shape || PathWalk.Of(use.Path, shape) is not { IsWhole: true } walk)
                continue;
            (IntrinsicKinds kinds, string words) = s_fields[use.Field];
            if ((walk.Shape.Kinds & kinds) == IntrinsicKinds.None)
                report(use.At(DataFaults.PathTypeMismatch, $"'{use.Path.Text}' is {ShapeText.Of(walk.Shape)} here; '{use.Field}' takes {words}"));
        }
    }
}
