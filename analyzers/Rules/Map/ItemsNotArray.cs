using Compiled.Language.Binding;
using Compiled.Language.Expressions;
using Compiled.Language.Expressions.Jsonata;
using Compiled.Language.Faults;

namespace Compiled.Rules;

/// <summary>Items of a Map that are known to be no array. RULES.md, items-not-array; FEATURES L-283.</summary>
public sealed class ItemsNotArray : Rule
{
    /// <inheritdoc/>
    public override void Check(Machine machine, Action<Fault> report)
    {
        PathData data = MachineFindings.Of(machine).Data;
        foreach (MapState map in machine.States.OfType<MapState>().Where(map => map.IsReachable && map.ItemReader is null))
        {
            if (map.QueryLanguage == QueryLanguage.Jsonata && map.Items is JsonataTemplate { Text: var text })
                CheckExpression(map, text, report);
            else if (map.Items is null && Find(map, data.Of(map).Input) is { } shape && !Fits(map, shape))
                report(MapFaults.ItemsNotArray.AtField(map.Source, "ItemsPath", $"{Name(map)} is {ShapeText.Of(shape)} here; Map '{map.Name}' takes an array"));
        }
    }

    private static Shape? Find(MapState map, Shape input)
    {
        if (map.ItemsPath is not { } path)
            return input;
        return path.Root == PathRoot.Input && PathWalk.Of(path, input) is { IsWhole: true } walk ? walk.Shape : null;
    }

    private static string Name(MapState map) => map.ItemsPath is { } path ? $"'{path.Text}'" : "The input";

    // A distributed Map goes through the members of an object too. FEATURES L-095.
    private static bool Fits(MapState map, Shape shape) =>
        shape.Kinds == IntrinsicKinds.None || (shape.Kinds & (map.IsDistributed ? IntrinsicKinds.Array | IntrinsicKinds.Object : IntrinsicKinds.Array)) != IntrinsicKinds.None;

    private static void CheckExpression(MapState map, JsonataText text, Action<Fault> report)
    {
        if (text.Parsed.Root is { } root && JsonataKinds.Of(root) is { } kinds && !Fits(map, Shape.Of(kinds)))
            report(text.FaultAt(MapFaults.ItemsNotArray, root.Span, $"The expression gives {ShapeText.Of(Shape.Of(kinds))}; 'Items' takes an array"));
    }
}
