using Compiled.Language.Json;

namespace Compiled.Language.Faults;

/// <summary>A row of the <see cref="FaultCatalog"/>.</summary>
public sealed class FaultDescriptor(string id, string kind, string title, Severity defaultSeverity)
{
    /// <summary>The id: <c>ASL</c> and four digits. Never reused or renumbered.</summary>
    public string Id { get; } = id;

    /// <summary>The category, such as <c>unknown-next</c>.</summary>
    public string Kind { get; } = kind;

    /// <summary>What a fault of this id is, in one short sentence without names.</summary>
    public string Title { get; } = title;

    /// <summary>The severity where nobody says otherwise.</summary>
    public Severity DefaultSeverity { get; } = defaultSeverity;

    /// <summary>A fault on a whole value.</summary>
    public Fault At(JsonNode node, string message) => new(this, message, node.Span, node.Pointer);

    /// <summary>A fault on the key of a member.</summary>
    public Fault AtName(JsonMember member, string message) => new(this, message, member.NameSpan, member.Pointer);

    /// <summary>A fault on a part of a string value, in characters of the decoded string.</summary>
    public Fault Inside(StringNode node, int start, int length, string message) =>
        new(this, message, node.SourceSpan(start, length), node.Pointer);
}
