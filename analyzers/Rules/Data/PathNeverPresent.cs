using Compiled.Language.Binding;
using Compiled.Language.Expressions;
using Compiled.Language.Faults;
using Compiled.Language.Json;

namespace Compiled.Rules;

/// <summary>
/// A path that the known shape of its data cannot have. RULES.md, path-absent-after-pass, catch-drops-input, input-path-null-then-path,
/// output-path-null-then-path, parallel-output-is-array, map-output-is-array, batched-items, lambda-payload, sync-output-is-text.
/// </summary>
public sealed class PathNeverPresent : Rule
{
    private const int MostNames = 6;

    /// <inheritdoc/>
    public override void Check(Machine machine, Action<Fault> report)
    {
        PathData data = MachineFindings.Of(machine).Data;
        foreach (PathUse use in PathUses.Find(machine).Where(use => use.State.IsReachable && !AsksFor(use)))
        {
            if (data.Of(use) is not { } shape || PathWalk.Of(use.Path, shape) is not { Dead: { } step } walk)
                continue;
            report(use.At(DataFaults.PathNeverPresent, step, $"'{use.Path.Text}' leads to nothing; {What(use, walk, step)}"));
        }
    }

    // IsPresent may well be false. What an ItemReader reads is not the data at hand, and its absence is ignored (FEATURES L-311).
    private static bool AsksFor(PathUse use) =>
        (use.Field == "Variable" && PresenceTests.IsTested(use.State, use.Path))
        || (use.Field == "ItemsPath" && use.State is MapState { ItemReader: not null });

    private static string What(PathUse use, PathWalk walk, PathStep step)
    {
        string before = use.Path.Text.Substring(0, step.Offset - use.Path.Offset);
        if ((walk.Before.Kinds & (IntrinsicKinds.Object | IntrinsicKinds.Array)) == IntrinsicKinds.None || step is IndexStep || walk.Before.Kinds == IntrinsicKinds.Array)
            return $"'{before}' is {ShapeText.Of(walk.Before)} here";
        string[] names = [.. walk.Before.Members.Select(member => member.Name)];
        if (names.Length == 0)
            return $"'{before}' is an empty object here";
        string name = ((NameStep)step).Name;
        string hint = NearMiss.Hint(name, names);
        if (hint.Length == 0 && names.Contains("Payload"))
            hint = "; the function's own result is in 'Payload'";
        if (hint.Length == 0 && names.Contains("Items"))
            hint = "; the items of a batch are in 'Items'";
        return $"'{before}' has only {Places.List([.. names.Take(MostNames)])} here{hint}";
    }
}
