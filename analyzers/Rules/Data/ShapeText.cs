using Compiled.Language.Binding;
using Compiled.Language.Expressions;

namespace Compiled.Rules;

/// <summary>The words for the kinds of values that a shape allows.</summary>
public static class ShapeText
{
    /// <summary>Such as <c>a string or null</c>.</summary>
    public static string Of(Shape shape) => IntrinsicKindText.Of(shape.Kinds);
}
