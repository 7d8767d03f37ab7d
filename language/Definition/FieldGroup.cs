namespace Compiled.Language.Definition;

/// <summary>Fields that exclude each other in one place.</summary>
internal sealed class FieldGroup(Place place, bool isRequired, params string[] names)
{
    public Place Place { get; } = place;

    /// <summary>Whether one of them must be there.</summary>
    public bool IsRequired { get; } = isRequired;

    /// <summary>Their names, the preferred one first.</summary>
    public IReadOnlyList<string> Names { get; } = names;

    /// <summary>Whether a name is one of them.</summary>
    public bool Has(string name) => Array.IndexOf(names, name) >= 0;
}
