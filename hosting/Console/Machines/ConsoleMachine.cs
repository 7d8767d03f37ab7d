namespace Compiled.WebConsole;

/// <summary>A machine as its page shows it.</summary>
public sealed record ConsoleMachine
{
    /// <summary>ARN, name, type and when it was created.</summary>
    public required ConsoleMachineRow Row { get; init; }

    /// <summary>The definition as it was written.</summary>
    public required string Definition { get; init; }

    /// <summary>The role's ARN; null for none.</summary>
    public string? RoleArn { get; init; }

    /// <summary>Which revision the definition is; null before the first update.</summary>
    public string? RevisionId { get; init; }

    /// <summary>When the definition was last changed; null for never.</summary>
    public DateTimeOffset? Updated { get; init; }

    /// <summary>False for a machine that the console may not change or delete, such as one that is compiled into the program.</summary>
    public bool IsEditable { get; init; } = true;

    /// <summary>Published versions, the newest first.</summary>
    public IReadOnlyList<ConsoleVersion> Versions { get; init; } = [];

    /// <summary>Aliases, by name.</summary>
    public IReadOnlyList<ConsoleAlias> Aliases { get; init; } = [];

    /// <summary>Tags, by key.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Tags { get; init; } = [];
}
