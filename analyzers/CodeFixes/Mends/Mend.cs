namespace Compiled.CodeFixes;

/// <summary>Knows how to mend faults of some ids. Text to text: it knows nothing of editors.</summary>
internal abstract class Mend
{
    /// <summary>The ids of the faults; null for every fault that comes with a suggestion.</summary>
    public abstract IReadOnlyList<string>? Ids { get; }

    /// <summary>The ways to mend a fault, the likeliest first; none where it is not clear what was meant.</summary>
    public abstract IEnumerable<Mending> Find(DefinitionText definition, Reported fault);
}
