using Compiled.Values;

namespace Compiled.MapRuns;

/// <summary>One child execution that a Map Run wants. The same run makes the same child for the same number.</summary>
public sealed class MapRunChild
{
    private string? _name, _arn;

    /// <summary>The child's number, from 0 in the order of the items.</summary>
    public required int Index { get; init; }

    /// <summary>The execution's input: an item, what the <c>ItemSelector</c> made of it, or a batch.</summary>
    public required JsonValue Input { get; init; }

    /// <summary>How many items it is about.</summary>
    public required int ItemCount { get; init; }

    /// <summary>The run that it belongs to: machine, type, and what names derive from.</summary>
    public required MapRunRequest Run { get; init; }

    /// <summary>The execution's name.</summary>
    public string Name => _name ??= Run.ChildName(Index);

    /// <summary>The execution's ARN.</summary>
    public string ExecutionArn => _arn ??= Run.ChildArn(Name);

    /// <summary>The execution's seed.</summary>
    public ulong Seed => Run.ChildSeed(Index);
}
