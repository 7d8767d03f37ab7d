using Compiled.Values;

namespace Compiled.Expressions;

/// <summary>
/// A JSONPath made of steps, to be kept in a static field and evaluated any number of times, by any number of threads. FEATURES L-115 to
/// L-121. The dialect is Jayway JsonPath's, which AWS uses and the specification points to.
/// </summary>
public sealed class PathQuery
{
    private readonly Step[] _steps;
    private readonly PathQuery? _source;

    // The last name of '[*].name', what most paths end with that find several values.
    private readonly Key? _ofElements;

    /// <summary>A path with these steps after its root.</summary>
    public PathQuery(params ReadOnlySpan<Step> steps)
    {
        // Jayway JsonPath turns '$..a.sum()' into 'sum($..a)'; behind other indefinite steps a function works on each match.
        int function = IndexOfFunction(steps);
        if (function > 0 && steps[0] is DescendantsStep)
        {
            _source = new PathQuery(steps[..function]);
            steps = steps[function..];
        }

        _steps = steps.ToArray();
        if (_steps.Length > 0)
        {
            _steps[^1] = _steps[^1].AsLast();
        }

        _ofElements = _source is null && _steps is [WildcardStep, { Key: { } name }] ? name : null;
        IsDefinite = Array.TrueForAll(_steps, static step => step.IsDefinite);
    }

    /// <summary>Whether the path leads to one value at most. Any other path gives an array, whatever it finds. FEATURES L-117.</summary>
    public bool IsDefinite { get; }

    /// <summary>
    /// What the path finds: for a definite path the value, or missing; for any other path an array of all matches in order, empty when
    /// there is none.
    /// </summary>
    /// <param name="root">What the path starts from: the input, the context object or a variable's value.</param>
    /// <param name="input">What <c>$</c> stands for in filters and function arguments.</param>
    /// <param name="context">The context object.</param>
    /// <param name="variables">The variables that its filters and functions read, in the order that they know.</param>
    public JsonValue Evaluate(JsonValue root, JsonValue input, JsonValue context, params JsonValue[]? variables)
        => Evaluate(root, new PathScope(input, context, variables));

    internal JsonValue Evaluate(JsonValue root, in PathScope scope)
    {
        if (_source is not null)
        {
            root = _source.Evaluate(root, scope);
        }

        return IsDefinite ? Pick(root, scope) : Collect(root, scope, null);
    }

    /// <summary>As <see cref="Evaluate(JsonValue, JsonValue, JsonValue, JsonValue[])"/>, for a path from the input that needs no context object.</summary>
    public JsonValue Evaluate(JsonValue root) => Evaluate(root, new PathScope(root, default, null));

    /// <summary>The same, with an array of matches in memory that is used again.</summary>
    internal JsonValue Evaluate(JsonValue root, Scratch? scratch)
        => _source is not null || IsDefinite ? Evaluate(root) : Collect(root, new PathScope(root, default, null), scratch);

    /// <summary>Writes the same as the next element, or the value of the member named last.</summary>
    internal void Write(ArrayWriter writer, JsonValue root, Scratch? scratch)
    {
        if (_ofElements is null || root.Node is not Document document || !root.IsArray)
        {
            writer.Add(Evaluate(root, scratch));
            return;
        }

        writer.OpenArray();
        writer.AddMembers(document, (int)root.Bits, _ofElements);
        writer.CloseArray();
    }

    private static int IndexOfFunction(ReadOnlySpan<Step> steps)
    {
        for (int i = 0; i < steps.Length; i++)
        {
            if (steps[i] is FunctionStep)
            {
                return i;
            }
        }

        return -1;
    }

    private JsonValue Pick(JsonValue value, in PathScope scope)
    {
        foreach (Step step in _steps)
        {
            if (value.IsMissing)
            {
                break;
            }

            value = step.Key is { } key ? value[key] : step.Pick(value, scope);
        }

        return value;
    }

    private JsonValue Collect(JsonValue root, in PathScope scope, Scratch? scratch)
    {
        if (scratch is null && _ofElements is not null && root.Node is Document document && root.IsArray)
            return JsonValue.ArrayOf(document.MembersOfItems((int)root.Bits, _ofElements));
        var walk = new Walk(_steps, scope, scratch);
        walk.GoOn(root, 0);
        return walk.End();
    }
}
