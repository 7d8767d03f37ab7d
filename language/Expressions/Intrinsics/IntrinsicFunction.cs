namespace Compiled.Language.Expressions;

/// <summary>The intrinsic functions of Step Functions. FEATURES L-404 to L-421.</summary>
public enum IntrinsicFunction
{
    /// <summary><c>States.Format(template, ...)</c>.</summary>
    Format,

    /// <summary><c>States.StringToJson(text)</c>.</summary>
    StringToJson,

    /// <summary><c>States.JsonToString(value)</c>.</summary>
    JsonToString,

    /// <summary><c>States.Array(...)</c>.</summary>
    Array,

    /// <summary><c>States.ArrayPartition(array, size)</c>.</summary>
    ArrayPartition,

    /// <summary><c>States.ArrayContains(array, value)</c>.</summary>
    ArrayContains,

    /// <summary><c>States.ArrayRange(first, last, step)</c>.</summary>
    ArrayRange,

    /// <summary><c>States.ArrayGetItem(array, index)</c>.</summary>
    ArrayGetItem,

    /// <summary><c>States.ArrayLength(array)</c>.</summary>
    ArrayLength,

    /// <summary><c>States.ArrayUnique(array)</c>.</summary>
    ArrayUnique,

    /// <summary><c>States.Base64Encode(text)</c>.</summary>
    Base64Encode,

    /// <summary><c>States.Base64Decode(text)</c>.</summary>
    Base64Decode,

    /// <summary><c>States.Hash(text, algorithm)</c>.</summary>
    Hash,

    /// <summary><c>States.JsonMerge(left, right, deep)</c>.</summary>
    JsonMerge,

    /// <summary><c>States.MathRandom(start, end[, seed])</c>.</summary>
    MathRandom,

    /// <summary><c>States.MathAdd(left, right)</c>.</summary>
    MathAdd,

    /// <summary><c>States.StringSplit(text, separators)</c>.</summary>
    StringSplit,

    /// <summary><c>States.UUID()</c>.</summary>
    UUID,
}
