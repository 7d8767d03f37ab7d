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
        foreach ((PathUse use, PathWalk walk) in Find(machine, MachineFindings.Of(machine).Data))
            report(At(DataFaults.PathNeverPresent, use, walk));
    }

    /// <summary>The paths that lead nowhere in data of known shapes.</summary>
    internal static IEnumerable<(PathUse Use, PathWalk Walk)> Find(Machine machine, PathData data)
    {
        foreach (PathUse use in PathUses.Find(machine).Where(use => use.State.IsReachable && !AsksFor(use)))
        {
            if (data.Of(use) is { } shape && PathWalk.Of(use.Path, shape) is { Dead: not null } walk)
                yield return (use, walk);
        }
    }

    /// <summary>The fault on the step of a path that leads nowhere.</summary>
    internal static Fault At(FaultDescriptor row, PathUse use, PathWalk walk) =>
        use.At(row, walk.Dead!, $"'{use.Path.Text}' leads to nothing; {What(use, walk, walk.Dead!)}").Suggesting(Near(walk, walk.Dead!));

    // IsPresent may well be false. What an ItemReader reads is not the data at hand, and its absence is ignored (FEATURES L-311).
    private static bool AsksFor(PathUse use) =>
        (use.Field == "Variable" && PresenceTests.IsTested(use.State, use.Path))
        || (use.Field == "ItemsPath" && use.State is MapState { ItemReader: not null });

    // Only names that the message asks about: an array or a text has none.
    private static string? Near(PathWalk walk, PathStep step) =>
        step is NameStep name && NearMiss.Find(name.Name, walk.Before.Members.Select(member => member.Name)) is { } near ? PathNames.Step(near) : null;

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
