namespace Compiled.Language.Definition;

/// <summary>What a <see cref="FieldSet"/> holds for a value such as <c>${Seconds}</c>, which is not known yet.</summary>
internal sealed class PlaceholderValue
{
    public static PlaceholderValue Instance { get; } = new();
}
