namespace Compiled.Language.Expressions.Jsonata;

/// <summary>
/// A place that ties a parent reference (<c>%</c>) to the step whose starting item it means. All references to one step share a
/// <see cref="Label"/>.
/// </summary>
public sealed class AncestorSlot
{
    internal AncestorSlot(int label) => Label = label;

    /// <summary>The number of the place, distinct in the expression for each step referred to; counted from 0, with gaps.</summary>
    public int Label { get; internal set; }

    /// <summary>How many more steps back the parent stands; 0 once it is found.</summary>
    internal int Level { get; set; } = 1;
}
