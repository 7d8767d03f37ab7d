namespace Compiled.Outside.HttpTasks;

/// <summary>A key in a header.</summary>
public sealed record ApiKeyAuthorization
{
    /// <summary>The header's name, such as <c>X-Api-Key</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The header's value.</summary>
    public required string Value { get; init; }

    /// <summary>The name alone.</summary>
    public override string ToString() => Name;
}
