using Compiled.Generator.Pipeline;
using Compiled.Language.Binding;
using Compiled.Language.Expressions;
using Compiled.Language.Json;

namespace Compiled.CodeFixes;

/// <summary>C# types for what is known of a Task's input, with a record for each object whose members are known.</summary>
/// <param name="nameOf">A type's name as the place writes it, with its namespace only where that is not in scope.</param>
/// <param name="isFree">Whether a name is free for a type of the class.</param>
internal sealed class StubTypes(Func<string, string> nameOf, Func<string, bool> isFree)
{
    private readonly List<string> _records = [];
    private readonly HashSet<string> _names = [];

    /// <summary>The records, each as one line.</summary>
    public IReadOnlyList<string> Records => _records;

    /// <summary>The type for a shape; JSON as it is where too little is known.</summary>
    /// <param name="shape">The shape.</param>
    /// <param name="name">The name of a record for it.</param>
    public string Of(Shape shape, string name)
    {
        bool mayBeNull = shape.MayBeMissing || (shape.Kinds & IntrinsicKinds.Null) != 0;
        string? type = (shape.Kinds & ~IntrinsicKinds.Null) switch
        {
            IntrinsicKinds.String => "string",
            IntrinsicKinds.Number => "double",
            IntrinsicKinds.Boolean => "bool",
            IntrinsicKinds.Array when shape.Item is { } item => $"{nameOf("System.Collections.Generic.IReadOnlyList")}<{Of(item.Present(), name + "Item")}>",
            IntrinsicKinds.Object when shape.IsClosed && shape.Members.Count > 0 => Record(shape, name),
            _ => null,
        };
        return type is null ? nameOf("Compiled.Values.JsonValue") : type + (mayBeNull ? "?" : "");
    }

    private string? Record(Shape shape, string wanted)
    {
        string[] properties = [.. shape.Members.Select(member => CSharpNames.Pascal(member.Name))];
        string name = wanted;
        for (int number = 2; !isFree(name) || !_names.Add(name); number++)
            name = wanted + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        // A property may not be called as its record is, nor as another one.
        if (properties.Distinct().Count() < properties.Length || properties.Contains(name))
            return null;
        IEnumerable<string> parameters = shape.Members.Select((member, index) =>
            Attribute(member.Name, properties[index]) + Of(member.Shape, name + properties[index]) + " " + properties[index]);
        string record = $"private sealed record {name}({string.Join(", ", parameters)});";
        _records.Insert(0, record);
        return name;
    }

    // JSON's names are read without regard to case.
    private string Attribute(string json, string property) => string.Equals(json, property, StringComparison.OrdinalIgnoreCase)
        ? ""
        : $"[property: {nameOf("System.Text.Json.Serialization.JsonPropertyName")}({JsonText.Quote(json)})] ";
}
