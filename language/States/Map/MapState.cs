using Compiled.Language.Expressions;
using Compiled.Language.Json;

namespace Compiled.Language.Binding;

/// <summary>A Map state, inline or distributed. FEATURES A14, A15.</summary>
public sealed class MapState : WorkState
{
    internal MapState(string name, ObjectNode source)
        : base(name, source)
    {
    }

    /// <inheritdoc/>
    public override StateType Type => StateType.Map;

    /// <summary>The flow that runs for each item (<c>ItemProcessor</c>, formerly <c>Iterator</c>).</summary>
    public Flow Processor { get; internal set; } = null!;

    /// <summary>Where the items are read from; null means the input itself. JSONPath only.</summary>
    public PathExpression? ItemsPath { get; internal set; }

    /// <summary>The items: an array, or an expression that gives one; null means the input itself. JSONata only.</summary>
    public Template? Items { get; internal set; }

    /// <summary>What each iteration is given (formerly <c>Parameters</c>); null means the item.</summary>
    public Template? ItemSelector { get; internal set; }

    /// <summary>How many iterations may run at once; 0 and null mean without limit.</summary>
    public int? MaxConcurrency { get; internal set; }

    /// <summary>Where the limit is read from. JSONPath only.</summary>
    public PathExpression? MaxConcurrencyPath { get; internal set; }

    /// <summary>The expression that gives the limit. JSONata only.</summary>
    public JsonataText? MaxConcurrencyExpression { get; internal set; }

    /// <summary>Whether each item, or batch of items, runs as an execution of its own (<c>Mode: DISTRIBUTED</c>).</summary>
    public bool IsDistributed { get; internal set; }

    /// <summary>The type of these executions, <c>STANDARD</c> or <c>EXPRESS</c>; null in an inline Map.</summary>
    public string? ExecutionType { get; internal set; }

    /// <summary>The name by which a distributed Map's executions are known: 1 to 40 characters.</summary>
    public string? Label { get; internal set; }

    /// <summary>How many items may fail; null means none. Distributed only.</summary>
    public int? ToleratedFailureCount { get; internal set; }

    /// <summary>Where that number is read from. JSONPath only.</summary>
    public PathExpression? ToleratedFailureCountPath { get; internal set; }

    /// <summary>The expression that gives that number. JSONata only.</summary>
    public JsonataText? ToleratedFailureCountExpression { get; internal set; }

    /// <summary>Which share of the items may fail, in percent: 0 to 100, fractions allowed; null means none. Distributed only.</summary>
    public double? ToleratedFailurePercentage { get; internal set; }

    /// <summary>Where that share is read from. JSONPath only.</summary>
    public PathExpression? ToleratedFailurePercentagePath { get; internal set; }

    /// <summary>The expression that gives that share. JSONata only.</summary>
    public JsonataText? ToleratedFailurePercentageExpression { get; internal set; }

    /// <summary>Where a distributed Map reads its items, as written and checked.</summary>
    public ObjectNode? ItemReader { get; internal set; }

    /// <summary>How a distributed Map groups its items, as written and checked.</summary>
    public ObjectNode? ItemBatcher { get; internal set; }

    /// <summary>Where a distributed Map writes its results, as written and checked.</summary>
    public ObjectNode? ResultWriter { get; internal set; }

    /// <summary>Where a distributed Map reads its items; null where it has them in its input.</summary>
    public ItemReader? Reader { get; internal set; }

    /// <summary>How a distributed Map groups its items; null where each runs alone.</summary>
    public ItemBatcher? Batcher { get; internal set; }

    /// <summary>Where and how a distributed Map writes its results; null where they are its result as they are.</summary>
    public ResultWriter? Writer { get; internal set; }

    /// <summary>The paths, templates and expressions of ItemReader, ItemBatcher and ResultWriter; they too may read variables.</summary>
    internal List<object> SettingValues { get; } = [];
}
