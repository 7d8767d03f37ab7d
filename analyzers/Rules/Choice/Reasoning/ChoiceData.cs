using Compiled.Language.Binding;
using Compiled.Language.Expressions;

namespace Compiled.Rules;

/// <summary>What is known of the values that a Choice looks at, from the shape of its input.</summary>
internal sealed class ChoiceData(PathData data, ChoiceState choice)
{
    private readonly Dictionary<string, Shape?> _known = new(StringComparer.Ordinal);

    /// <summary>Whether the variable of that path may have a value of that kind.</summary>
    public bool IsPossible(string path, ValueClass kind)
    {
        if (!_known.TryGetValue(path, out Shape? shape))
            _known.Add(path, shape = Find(path));
        return shape is null || kind switch
        {
            ValueClass.Text => Has(shape, IntrinsicKinds.String),
            ValueClass.Number => Has(shape, IntrinsicKinds.Number),
            ValueClass.True or ValueClass.False => Has(shape, IntrinsicKinds.Boolean),
            ValueClass.Null => Has(shape, IntrinsicKinds.Null),
            ValueClass.Object => Has(shape, IntrinsicKinds.Object),
            ValueClass.Array => Has(shape, IntrinsicKinds.Array),
            _ => shape.MayBeMissing,
        };
    }

    private static bool Has(Shape shape, IntrinsicKinds kind) => (shape.Kinds & kind) != IntrinsicKinds.None;

    private Shape? Find(string path)
    {
        if (PathParser.Parse(path, out _) is not { Root: PathRoot.Input, IsDefinite: true } parsed)
            return null;
        Shape input = data.Of(choice).Input;
        if (input.Kinds == IntrinsicKinds.None || PathWalk.Of(parsed, input) is not { IsWhole: true } walk)
            return null;
        // The walk's end counts what is there; what may be absent on the way may be absent at the end.
        return walk.MayBeMissing ? walk.Shape.OrMissing() : walk.Shape;
    }
}
