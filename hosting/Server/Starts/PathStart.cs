using Compiled.Outside;

namespace Compiled.Server;

/// <summary>A path to which requests start executions, see <see cref="WorkflowEndpoints.MapWorkflow"/>.</summary>
public sealed record PathStart
{
    /// <summary>The path, such as <c>/orders</c>.</summary>
    public required string Path { get; init; }

    /// <summary>The name or ARN of the machine, of a version or an alias.</summary>
    public required string StateMachine { get; init; }

    internal void Check(string path)
    {
        if (!Path.StartsWith('/') || Path.Length < 2)
            throw new ConfigurationException(path + ".path", $"'{Path}' is no path; expected '/name'.");
        if (Path.AsSpan().IndexOfAny("{}*?#") >= 0)
            throw new ConfigurationException(path + ".path", $"'{Path}' has a character that a path here can't have.");
    }
}
