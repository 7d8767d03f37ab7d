namespace Compiled.Language.Definition;

/// <summary>A row of <see cref="FieldDescriptions"/>: what one field says where it stands.</summary>
internal sealed class FieldDescription(string name, Place places, string text)
{
    /// <summary>The field.</summary>
    public string Name { get; } = name;

    /// <summary>Where the text holds.</summary>
    public Place Places { get; } = places;

    /// <summary>One to three plain sentences, without line breaks.</summary>
    public string Text { get; } = text;
}
