namespace Compiled.Language.Binding;

/// <summary>The language a state's paths, templates and conditions are written in. FEATURES L-006.</summary>
public enum QueryLanguage
{
    /// <summary>Paths such as <c>$.order.id</c> and keys that end in <c>.$</c>; the default.</summary>
    JsonPath,

    /// <summary>Expressions between <c>{%</c> and <c>%}</c>.</summary>
    Jsonata,
}
