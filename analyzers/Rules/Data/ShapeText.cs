using Compiled.Language.Binding;
using Compiled.Language.Expressions;

namespace Compiled.Rules;

/// <summary>The words for the kinds of values that a shape allows.</summary>
public static class ShapeText
{
    private static readonly (IntrinsicKinds Kind, string Word)[] s_words =
    [
        (IntrinsicKinds.String, "a string"),
        (IntrinsicKinds.Number, "a number"),
        (IntrinsicKinds.Boolean, "a boolean"),
        (IntrinsicKinds.Object, "an object"),
        (IntrinsicKinds.Array, "an array"),
        (IntrinsicKinds.Null, "null"),
    ];

    /// <summary>Such as <c>a string or null</c>.</summary>
    public static string Of(Shape shape) => string.Join(" or ", s_words.Where(row => (shape.Kinds & row.Kind) != 0).Select(row => row.Word));
}
