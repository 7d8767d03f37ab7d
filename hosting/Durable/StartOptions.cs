namespace Compiled.Durable;

/// <summary>What a start may say beside the machine and the input.</summary>
public sealed record StartOptions
{
    /// <summary>
    /// The execution's name, 1 to 80 characters, unique in its machine; a UUID when left out. The name of an execution that runs with the same
    /// input gives that one; any other name that is taken is refused.
    /// </summary>
    public string? Name { get; init; }

    /// <summary>The definition that the execution keeps to its end; the machine's current one when left out. FEATURES P-068.</summary>
    public Workflow? Workflow { get; init; }

    /// <summary>The role that the history shows; the workflow's own when left out.</summary>
    public string? RoleArn { get; init; }

    /// <summary>The number of the machine's version that it is started by, from 1; 0 for none.</summary>
    public int Version { get; init; }

    /// <summary>The name of the machine's alias that chose the version; null for none.</summary>
    public string? Alias { get; init; }

    /// <summary>The X-Ray header that came with the start, at most 256 characters; null for none.</summary>
    public string? TraceHeader { get; init; }

    /// <summary>The test case of a mock file by which tasks are answered, where the task handler has such a file; null for none. FEATURES M-005.</summary>
    public string? TestCase { get; init; }
}
