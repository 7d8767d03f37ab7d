namespace Compiled.Language.Expressions.Jsonata;

/// <summary>One step of a path: what it evaluates for each item that comes in, and what happens to the results, in order.</summary>
public sealed class JsonataStep
{
    private List<JsonataStage>? _stages;

    internal JsonataStep(JsonataNode node) => Node = node;

    /// <summary>
    /// What is evaluated: any node, also <see cref="NameNode"/> and <see cref="SortNode"/>, which are steps only. A first step may still have
    /// <see cref="JsonataNode.Predicates"/> of its own.
    /// </summary>
    public JsonataNode Node { get; }

    /// <summary>Predicates and index bindings, in the order written: <c>a[x]#$i[y]</c>.</summary>
    public IReadOnlyList<JsonataStage> Stages => _stages ?? (IReadOnlyList<JsonataStage>)[];

    /// <summary>The variable, without its <c>$</c>, that <c>@$v</c> binds to each result while the context stays what it was; null without.</summary>
    public string? Focus { get; internal set; }

    /// <summary>The variable, without its <c>$</c>, that <c>#$i</c> straight after the step binds to the position of each result; null without.</summary>
    public string? Index { get; internal set; }

    /// <summary>Where the item that the step starts from is kept for a <c>%</c> that refers to it; null where none does.</summary>
    public AncestorSlot? Ancestor { get; internal set; }

    /// <summary>Whether from this step on the path carries tuples: items with the variables and ancestors bound for them.</summary>
    public bool IsTuple { get; internal set; }

    internal void AddStage(JsonataStage stage) => (_stages ??= []).Add(stage);

    internal void Take(JsonataStep other)
    {
        _stages = other._stages;
        (Focus, Index, Ancestor, IsTuple) = (other.Focus, other.Index, other.Ancestor, other.IsTuple);
    }

    internal void SetStages(IEnumerable<JsonataStage> stages) => _stages = [.. stages];
}
