namespace Compiled.Outside.HttpTasks;

/// <summary>HTTP's Basic authentication.</summary>
public sealed record BasicAuthorization
{
    /// <summary>The user's name.</summary>
    public required string Username { get; init; }

    /// <summary>The password.</summary>
    public required string Password { get; init; }

    /// <summary>The name alone.</summary>
    public override string ToString() => Username;
}
