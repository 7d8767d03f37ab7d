using System.Collections.Generic;
using System.Linq;
using Compiled.Generator.Pipeline;

namespace Compiled.Generator.Emit.Handlers;

/// <summary>
/// Writes how the plain types of handlers are read from JSON and written to it: a <c>TryRead</c> and a <c>Write</c> for each, in a class
/// <c>Contracts</c> beside the frames. What a <c>TryRead</c> refuses is left to System.Text.Json.
/// </summary>
internal sealed class ContractEmitter(MachineTables tables, bool ignoresCase)
{
    private const string Value = "JsonValue", Plain = "PlainJson";

    private readonly Dictionary<string, PlainType> _read = new(), _written = new();

    /// <summary>Has a type read.</summary>
    public void AddReader(PlainType type) => Add(_read, type);

    /// <summary>Has a type written.</summary>
    public void AddWriter(PlainType type) => Add(_written, type);

    public void Write(CodeWriter code)
    {
        if (_read.Count + _written.Count == 0)
            return;
        code.Line().Line("/// <summary>The types of the handlers, where System.Text.Json would treat them by its default rules alone; what is not read here is left to it.</summary>");
        code.Open("file static class Contracts");
        bool isFirst = true;
        foreach (PlainType type in _read.Values)
            Method(code, ref isFirst, () => Reader(code, type));
        foreach (PlainType type in _written.Values)
            Method(code, ref isFirst, () => Writer(code, type));
        code.Close();
    }

    private static void Method(CodeWriter code, ref bool isFirst, System.Action write)
    {
        if (!isFirst)
            code.Line();
        isFirst = false;
        write();
    }

    /// <summary>Adds a type, and those inside it, each once.</summary>
    public static void Add(Dictionary<string, PlainType> types, PlainType type)
    {
        if (type.Kind == PlainKind.Value || types.ContainsKey(type.Name))
            return;
        types.Add(type.Name, type);
        if (type.Item is { } item)
            Add(types, item);
        foreach (PlainMember member in type.Written)
            Add(types, member.Type);
    }

    private static string ClassOf(PlainType type) => type.Kind == PlainKind.Value ? Plain : "Contracts";

    /// <summary>The type of what is read, which may be null where C# allows it.</summary>
    public static string Nullable(PlainType type) => type.Kind == PlainKind.Value && type.Name != "string" || type.Name.EndsWith("?", System.StringComparison.Ordinal) ? type.Name : type.Name + "?";

    private void Reader(CodeWriter code, PlainType type)
    {
        code.Open($"public static bool TryRead({Value} value, out {Nullable(type)} result)");
        code.Line("result = null;");
        code.If("value.IsMissing || value.IsNull", "return true;");
        code.If($"!value.{(type.IsObject ? "IsObject" : "IsArray")}", "return false;");
        if (type.IsObject)
            ObjectReader(code, type);
        else
            ListReader(code, type);
        code.Line("return true;").Close();
    }

    private void ObjectReader(CodeWriter code, PlainType type)
    {
        for (int i = 0; i < type.Members.Count; i++)
        {
            PlainMember member = type.Members[i];
            code.Line($"{Value} v{i + 1} = value[{tables.Keys.Of(member.JsonName)}];");
            code.If($"!{ClassOf(member.Type)}.TryRead(v{i + 1}, out {Nullable(member.Type)} m{i + 1})", "return false;");
        }
        // A name in other letters might be one of these, and which then counts is not decided here.
        if (ignoresCase)
            code.If($"value.Count != {string.Join(" + ", type.Members.Select((_, i) => $"(v{i + 1}.IsMissing ? 0 : 1)"))}", "return false;");
        string[] needed = [.. type.Members.Select((member, i) => (member, i)).Where(pair => pair.member.IsNeeded).Select(pair => $"v{pair.i + 1}.IsMissing")];
        if (needed.Length > 0)
            code.If(string.Join(" || ", needed), "return false;");
        string arguments = string.Join(", ", type.Members.TakeWhile(member => member.InConstructor).Select((member, i) => $"m{i + 1}" + Forgiven(member.Type)));
        string[] made = [.. type.Members.Select((member, i) => (member, i)).Where(pair => IsMade(pair.member)).Select(pair => $"{Escaped(pair.member.Property)} = m{pair.i + 1}{Forgiven(pair.member.Type)}")];
        code.Line($"result = new({arguments}){(made.Length == 0 ? "" : $" {{ {string.Join(", ", made)} }}")};");
        for (int i = 0; i < type.Members.Count; i++)
        {
            PlainMember member = type.Members[i];
            if (!member.InConstructor && !IsMade(member))
                code.If($"!v{i + 1}.IsMissing", $"result.{Escaped(member.Property)} = m{i + 1}{Forgiven(member.Type)};");
        }
    }

    // Set while the object is made, not after.
    private static bool IsMade(PlainMember member) => member.IsRequired || member.IsInitOnly;

    private static void ListReader(CodeWriter code, PlainType type)
    {
        PlainType item = type.Item!;
        bool isArray = type.Kind == PlainKind.Array;
        string list = isArray ? $"var items = new {ArrayOf(item.Name)};" : $"var items = new global::System.Collections.Generic.List<{item.Name}>(value.Count);";
        code.Line(list);
        if (isArray)
            code.Line("int count = 0;");
        code.Open($"foreach ({Value} item in value.Items())");
        code.If($"!{ClassOf(item)}.TryRead(item, out {Nullable(item)} read)", "return false;");
        code.Line(isArray ? $"items[count++] = read{Forgiven(item)};" : $"items.Add(read{Forgiven(item)});");
        code.Close();
        code.Line("result = items;");
    }

    private void Writer(CodeWriter code, PlainType type)
    {
        code.Open($"public static {Value} Write({type.Name}? value)");
        code.If("value is null", $"return {Value}.Null;");
        if (type.IsObject)
        {
            code.Line($"return {Value}.ObjectOf(").Line("[").Indent();
            foreach (PlainMember member in type.Written)
                code.Line($"new({tables.Keys.Of(member.JsonName)}, {ClassOf(member.Type)}.Write(value.{Escaped(member.Property)})),");
            code.Outdent().Line("]);");
        }
        else
        {
            code.Line($"var items = new {Value}[value.{(type.Kind == PlainKind.Array ? "Length" : "Count")}];");
            code.Line("int count = 0;");
            code.Open($"foreach ({type.Item!.Name} item in value)").Line($"items[count++] = {ClassOf(type.Item)}.Write(item);").Close();
            code.Line($"return {Value}.ArrayOf(items);");
        }
        code.Close();
    }

    // An array of arrays has its length in the first brackets.
    private static string ArrayOf(string item)
    {
        int bracket = item.IndexOf("[]", System.StringComparison.Ordinal);
        return bracket < 0 ? item + "[value.Count]" : item.Insert(bracket, "[value.Count]");
    }

    /// <summary>What follows a value that was read: it may be null where the type says otherwise, as with System.Text.Json.</summary>
    public static string Forgiven(PlainType type) => type.Kind == PlainKind.Value && type.Name != "string" ? "" : "!";

    private static string Escaped(string name) => Identifiers.ToPlain(name);
}
