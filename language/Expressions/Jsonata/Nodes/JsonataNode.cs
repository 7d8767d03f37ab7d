using Compiled.Language.Json;

namespace Compiled.Language.Expressions.Jsonata;

/// <summary>
/// A part of a JSONata expression, as JSONata's own parser leaves it for its evaluator: paths are flattened into steps, predicates and
/// grouping stand on the node they belong to.
/// </summary>
public abstract class JsonataNode
{
    private List<FilterStage>? _predicates;

    private protected JsonataNode()
    {
    }

    /// <summary>
    /// The position that JSONata reports for the node: the offset, in UTF-16 characters of the expression, just after the node's own token
    /// (after the name, the operator, the opening parenthesis of a call).
    /// </summary>
    public int Position { get; internal set; }

    /// <summary>All that the node covers in the expression, its operands included.</summary>
    public TextSpan Span { get; internal set; }

    /// <summary>
    /// The predicates of a node that is no step of a path, or the first one: <c>$x[0]</c>. They are applied to the node's value before
    /// it collapses from a sequence of one to that one. A step's are in <see cref="JsonataStep.Stages"/>.
    /// </summary>
    public IReadOnlyList<FilterStage> Predicates => _predicates ?? (IReadOnlyList<FilterStage>)[];

    /// <summary>The grouping by which an object is made of the node's value: <c>order{id: price}</c>. Applied after the predicates.</summary>
    public JsonataGroup? Group { get; internal set; }

    /// <summary>Whether <c>[]</c> follows: a sequence of one stays an array.</summary>
    public bool KeepArray { get; internal set; }

    /// <summary>
    /// Whether the node is an array constructor that begins or ends a path, or a block with one in it: as the first step it is evaluated
    /// once, not for each item of the context, and as the last its arrays are not flattened.
    /// </summary>
    public bool IsConsArray { get; internal set; }

    /// <summary>The node in its role as a step. What is set there counts only where the node becomes a step of a path.</summary>
    internal JsonataStep Step => field ??= new JsonataStep(this);

    /// <summary>The parents (<c>%</c>) inside the node whose step has not been found yet. Empty once the expression is parsed.</summary>
    internal List<AncestorSlot>? Seeking { get; set; }

    // What stands on this node stands on the other, which takes its place.
    internal T Replace<T>(T other)
        where T : JsonataNode
    {
        other.Position = Position;
        other.Span = Span;
        other.Group = Group;
        other.KeepArray = KeepArray;
        other._predicates = _predicates;
        other.Seeking = Seeking;
        other.Step.Take(Step);
        return other;
    }

    internal void AddPredicate(FilterStage predicate) => (_predicates ??= []).Add(predicate);

    /// <summary>Moves the predicates into the stages of the step, where the node has become a later step of a path.</summary>
    internal void PredicatesToStages()
    {
        if (_predicates is null)
            return;
        Step.SetStages(_predicates);
        _predicates = null;
    }
}
