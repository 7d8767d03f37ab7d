namespace Compiled.Language.Expressions.Jsonata;

/// <summary><c>a.b.c</c>: steps, each evaluated for every item that the one before gives. A name alone is a path too.</summary>
public sealed class PathNode : JsonataNode
{
    private readonly List<JsonataStep> _steps = [];

    internal PathNode(JsonataNode first) => _steps.Add(first.Step);

    /// <summary>The steps, at least one.</summary>
    public IReadOnlyList<JsonataStep> Steps => _steps;

    /// <summary>Whether <c>[]</c> stands on some step: a result of one item stays an array.</summary>
    public bool KeepSingletonArray { get; internal set; }

    /// <summary>
    /// Whether the path gives its tuples, not their items alone: it stands in a block that is a step, and a later <c>%</c> refers to an
    /// ancestor bound in here.
    /// </summary>
    public bool KeepsTuples { get; internal set; }

    internal JsonataStep First => _steps[0];

    internal JsonataStep Last => _steps[_steps.Count - 1];

    internal void Append(JsonataNode node) => _steps.Add(node.Step);

    // A string among the steps is a name. What stands on it goes with it.
    internal void NameStrings()
    {
        for (int i = 0; i < _steps.Count; i++)
        {
            if (_steps[i].Node is StringLiteral text)
                _steps[i] = text.ToName().Step;
        }
    }

    internal void Append(PathNode path) => _steps.AddRange(path._steps);
}
