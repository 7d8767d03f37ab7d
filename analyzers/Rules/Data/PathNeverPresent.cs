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
        foreach (DeadPath found in Find(machine, MachineFindings.Of(machine).Data, DataFaults.PathNeverPresent))
            report(found.Fault);
    }

    /// <summary>The paths that lead nowhere in data of known shapes, with a fault of a row for each.</summary>
    internal static IEnumerable<DeadPath> Find(Machine machine, PathData data, FaultDescriptor row)
    {
        foreach (PathUse use in MachineFindings.Of(machine).Paths.Where(use => use.State.IsReachable))
        {
            if (data.Of(use) is not { } shape || PathWalk.Of(use.Path, shape) is not { Dead: { } step } walk || AsksFor(use))
                continue;
            string? name = (step as NameStep)?.Name;
            Fault fault = use.At(row, step, $"'{use.Path.Text}' leads to nothing; {What(use, walk, step)}");
            yield return new DeadPath(fault.Suggesting(Near(walk.Before, name) is { } near ? PathNames.Step(near) : null), walk.Before, name);
        }
        foreach (ExpressionUse use in MachineFindings.Of(machine).Expressions.Where(use => use.State.IsReachable))
        {
            if (StatesPath.Find(use.Text, data.Of(use.State)) is not { } found)
                continue;
            Fault fault = use.Text.FaultAt(row, found.Span, $"'{found.Before}.{found.Name}' leads to nothing; {What(found.Before, found.Shape, found.Name)}");
            yield return new DeadPath(fault.Suggesting(Near(found.Shape, found.Name) is { } near ? PathNames.Jsonata(near) : null), found.Shape, found.Name);
        }
    }

    // Only a name that the message asks about: an array or a text has none.
    private static string? Near(Shape before, string? name) => name is null ? null : NearMiss.Find(name, before.Members.Select(member => member.Name));

    // IsPresent may well be false. What an ItemReader reads is not the data at hand, and its absence is ignored (FEATURES L-311).
    private static bool AsksFor(PathUse use) =>
        (use.Field == "Variable" && PresenceTests.IsTested(use.State, use.Path))
        || (use.Field == "ItemsPath" && use.State is MapState { ItemReader: not null });

    private static string What(PathUse use, PathWalk walk, PathStep step)
    {
        string before = use.Path.Text.Substring(0, step.Offset - use.Path.Offset);
        return step is NameStep name ? What(before, walk.Before, name.Name) : $"'{before}' is {ShapeText.Of(walk.Before)} here";
    }

    private static string What(string before, Shape shape, string name)
    {
        if ((shape.Kinds & IntrinsicKinds.Object) == IntrinsicKinds.None)
            return $"'{before}' is {ShapeText.Of(shape)} here";
        string[] names = [.. shape.Members.Select(member => member.Name)];
        if (names.Length == 0)
            return $"'{before}' is an empty object here";
        string hint = NearMiss.Hint(name, names);
        if (hint.Length == 0 && names.Contains("Payload"))
            hint = "; the function's own result is in 'Payload'";
        if (hint.Length == 0 && names.Contains("Items"))
            hint = "; the items of a batch are in 'Items'";
        return $"'{before}' has only {Places.List([.. names.Take(MostNames)])} here{hint}";
    }
}
