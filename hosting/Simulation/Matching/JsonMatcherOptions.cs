using System.Numerics;
using System.Text.Json;

namespace Compiled.Simulation.Matching;

/// <summary>How a <see cref="JsonMatcher"/> reads a recording.</summary>
public sealed record JsonMatcherOptions
{
    /// <summary>What the recording's placeholders stood for.</summary>
    public Substitutions Substitutions { get; init; } = Substitutions.None;

    /// <summary>Words that stand for any text or number, besides those that every recording uses for instants and tokens.</summary>
    public IReadOnlySet<string> Words { get; init; } = new HashSet<string>();

    /// <summary>The bindings of numbered placeholders, shared by all comparisons of one recording.</summary>
    public PlaceholderBindings Bindings { get; init; } = new();

    /// <summary>An expected object may meet a text that holds JSON, and texts that hold arrays or objects are compared as JSON.</summary>
    public bool ObjectsStandForText { get; init; }

    /// <summary>Places that may differ in any way, and may be absent on either side.</summary>
    public IReadOnlyList<LocationPattern> Skipped { get; init; } = [];

    /// <summary>Places that must be there but may hold anything.</summary>
    public IReadOnlyList<LocationPattern> AnyValue { get; init; } = [];
}
