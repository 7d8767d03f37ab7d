using Compiled.Values;

namespace Compiled.Expressions;

/// <summary>One step of a <see cref="PathQuery"/>. Steps hold no data of an execution and can be shared.</summary>
public abstract class Step
{
    private protected Step()
    {
    }

    /// <summary><c>.*</c> and <c>[*]</c>: the values of an object, the elements of an array.</summary>
    public static Step Wildcard { get; } = new WildcardStep();

    /// <summary>Whether the step leads to one value at most.</summary>
    internal abstract bool IsDefinite { get; }

    /// <summary>The name, for a step that only looks one up.</summary>
    internal virtual Key? Key => null;

    /// <summary><c>.name</c> and <c>['name']</c>.</summary>
    public static Step Name(Key key) => new NameStep(key);

    /// <summary>
    /// <c>['a','b']</c>. As the last step it gives one object with those of the members that are there; before other steps it goes to each
    /// of them.
    /// </summary>
    public static Step Names(params Key[] keys) => new NamesStep(keys);

    /// <summary><c>[n]</c>, from the end when it is negative.</summary>
    public static Step Index(int index) => new IndexStep(index);

    /// <summary><c>[1,2]</c>, in that order; each from the end when it is negative.</summary>
    public static Step Indexes(params int[] indexes) => new IndexesStep(indexes);

    /// <summary><c>[start:end:step]</c>; the end is not included, negative bounds count from the end.</summary>
    public static Step Slice(int? start, int? end, int? step) => new SliceStep(start, end, step);

    /// <summary><c>..</c> and what follows it: the step is applied to the value and to everything inside it, a container before what it holds.</summary>
    public static Step Descendants(Step inner) => new DescendantsStep(inner);

    /// <summary>
    /// <c>[?(...)]</c>: the elements of an array for which the predicate holds, or an object itself if it holds for it. The predicate gets
    /// what <c>@</c> stands for; it is made of the comparisons in <see cref="Filters"/>.
    /// </summary>
    public static Step Filter(Func<JsonValue, PathScope, bool> predicate) => new FilterStep(predicate);

    /// <summary>
    /// <c>.name(...)</c>, one of length, min, max, avg, sum, stddev, keys, concat, append, first, last and index. Without a value (an average
    /// of nothing) a definite path is missing.
    /// </summary>
    /// <exception cref="ArgumentException">There is no such function.</exception>
    public static Step Function(string name, params PathArgument[] arguments) => new FunctionStep(PathFunctions.Of(name), arguments);

    /// <summary>The step as it works at the end of a path.</summary>
    internal virtual Step AsLast() => this;

    /// <summary>For a definite step: what it leads to, or missing.</summary>
    internal virtual JsonValue Pick(JsonValue value, in PathScope scope) => default;

    /// <summary>Gives each value that the step leads to on to the next step.</summary>
    internal virtual void Visit(JsonValue value, int next, ref Walk walk)
    {
        JsonValue picked = Pick(value, walk.Scope);
        if (!picked.IsMissing)
        {
            walk.GoOn(picked, next);
        }
    }

    /// <summary>As <see cref="Visit"/>, behind <c>..</c>: called for each object and array.</summary>
    internal virtual void Scan(JsonValue value, int next, ref Walk walk) => Visit(value, next, ref walk);
}
