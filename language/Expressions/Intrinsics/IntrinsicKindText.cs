namespace Compiled.Language.Expressions;

/// <summary>The words that messages have for kinds of values.</summary>
public static class IntrinsicKindText
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

    /// <summary>Such as <c>a string or null</c>; empty for no kind.</summary>
    public static string Of(IntrinsicKinds kinds) => string.Join(" or ", s_words.Where(row => (kinds & row.Kind) != 0).Select(row => row.Word));
}
