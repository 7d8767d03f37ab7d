using System.Globalization;
using Compiled.Language.Binding;
using Compiled.Language.Faults;
using Compiled.Language.Json;

namespace Compiled.Rules;

/// <summary>Where the things of a machine are written, for faults about them.</summary>
internal static class Places
{
    /// <summary>A fault on a state's name.</summary>
    public static Fault At(this FaultDescriptor descriptor, State state, string message) =>
        state.Source.Parent is ObjectNode states && states.TryGet(state.Name, out JsonMember? member)
            ? descriptor.AtName(member, message)
            : descriptor.At(state.Source, message);

    /// <summary>A fault on a field's value; on the key of the object where the field is absent.</summary>
    public static Fault AtField(this FaultDescriptor descriptor, ObjectNode node, string field, string message) =>
        node[field] is { } value ? descriptor.At(value, message) : descriptor.AtKey(node, message);

    /// <summary>A fault on the key of a field, whose value may be long.</summary>
    public static Fault AtFieldName(this FaultDescriptor descriptor, ObjectNode node, string field, string message) =>
        node.TryGet(field, out JsonMember? member) ? descriptor.AtName(member, message) : descriptor.AtKey(node, message);

    /// <summary>A fault on an object as a whole: its key or, in an array, its opening brace.</summary>
    public static Fault AtKey(this FaultDescriptor descriptor, JsonNode node, string message)
    {
        TextSpan span = node.Parent is ObjectNode parent
            ? parent.Members.Last(member => ReferenceEquals(member.Value, node)).NameSpan
            : new TextSpan(node.Span.Start, Math.Min(1, node.Span.Length));
        return new Fault(descriptor, message, span, node.Pointer);
    }

    /// <summary>A number as messages write it.</summary>
    public static string Text(this double value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    /// <summary>A number as messages write it.</summary>
    public static string Text(this int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Names in single quotes, listed: <c>'A', 'B' and 'C'</c>; more than four are counted.</summary>
    public static string List(IReadOnlyList<string> names)
    {
        const int Shown = 4;
        string[] quoted = [.. names.Take(Shown).Select(name => $"'{name}'")];
        if (names.Count > Shown)
            return $"{string.Join(", ", quoted)} and {Text(names.Count - Shown)} more";
        return quoted.Length == 1 ? quoted[0] : $"{string.Join(", ", quoted.Take(quoted.Length - 1))} and {quoted[quoted.Length - 1]}";
    }
}
