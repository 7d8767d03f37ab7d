namespace Compiled.Language.Expressions;

/// <summary>The language of paths and expressions in a state.</summary>
public enum QueryLanguage
{
    /// <summary>JSONPath, intrinsic functions, and keys ending in <c>.$</c>. The default.</summary>
    JsonPath,

    /// <summary>JSONata between <c>{%</c> and <c>%}</c>.</summary>
    Jsonata,
}
