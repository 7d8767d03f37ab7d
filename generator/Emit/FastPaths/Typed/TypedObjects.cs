using System.Collections.Generic;
using System.Linq;
using Compiled.Generator.Emit.Handlers;
using Compiled.Generator.Pipeline;

namespace Compiled.Generator.Emit.FastPaths.Typed;

/// <summary>
/// Writes the class <c>Objects</c> beside the frames: for each type of a typed lane how large its JSON is at most, which also finds objects that are not as
/// their JSON would be, and how a copy is made, so that nobody who is handed one can change another's.
/// </summary>
internal sealed class TypedObjects
{
    // Enough for any number, and for what stands around a value: a comma and, of a list, brackets.
    private const int NumberBytes = 34;

    // A copy to hand on, of what its holder could change, and one to keep, of what anybody could.
    private const string ToHandOn = "Copy", ToKeep = "Own";

    private readonly Dictionary<string, PlainType> _measured = new(), _copied = new(), _owned = new();
    private readonly Dictionary<string, (string Name, PlainType List, IReadOnlyList<PlainMember> Members)> _projected = new();

    /// <summary>The C# expression of how many bytes the object's JSON has at most.</summary>
    public string MostBytes(PlainType type, string code)
    {
        ContractEmitter.Add(_measured, type);
        return type.Kind == PlainKind.Value ? $"PlainJson.MostBytes({code})" : $"Objects.MostBytes({code})";
    }

    /// <summary>The C# expression of the object for somebody who may change what is given: nothing of this one is changed then.</summary>
    public string Copy(PlainType type, string code) => Copy(ToHandOn, type, code);

    /// <summary>The C# expression of the object as it is now: it stays so, whoever has this one.</summary>
    public string Own(PlainType type, string code) => Copy(ToKeep, type, code);

    /// <summary>The C# expression of a list of what the items of a list have at the end of these members, without the items that don't have it; each a copy.</summary>
    public string Project(PlainType list, IReadOnlyList<PlainMember> members, string code)
    {
        string thing = $"{list.Name}{string.Concat(members.Select(member => "." + member.Property))}";
        if (!_projected.TryGetValue(thing, out (string Name, PlainType List, IReadOnlyList<PlainMember> Members) projection))
            _projected.Add(thing, projection = ($"Each{string.Concat(members.Select(member => member.Property))}{_projected.Count + 1}", list, members));
        Copy(ItemOf(list, members), "");
        return $"Objects.{projection.Name}({code})";
    }

    public void Write(CodeWriter code)
    {
        if (_measured.Count + _copied.Count + _owned.Count + _projected.Count == 0)
            return;
        code.Line().Line("/// <summary>The types of the lane: how large they are as JSON at most, and copies of them.</summary>");
        code.Open("file static class Objects");
        foreach (PlainType type in _measured.Values)
            Measure(code, type);
        foreach (PlainType type in _copied.Values)
            Copying(code, ToHandOn, type);
        foreach (PlainType type in _owned.Values)
            Copying(code, ToKeep, type);
        foreach ((string name, PlainType list, IReadOnlyList<PlainMember> members) in _projected.Values)
            Projection(code, name, list, members);
        code.Close();
    }

    private string Copy(string way, PlainType type, string code)
    {
        if (way == ToKeep ? type.IsImmutable : type.IsReadOnly)
            return code;
        ContractEmitter.Add(way == ToKeep ? _owned : _copied, type);
        return $"Objects.{way}({code})";
    }

    private static PlainType ItemOf(PlainType list, IReadOnlyList<PlainMember> members) => members.Count == 0 ? list.Item! : members[members.Count - 1].Type;

    private void Projection(CodeWriter code, string name, PlainType list, IReadOnlyList<PlainMember> members)
    {
        PlainType item = ItemOf(list, members);
        string type = $"global::System.Collections.Generic.List<{item.Name}>", count = $"value.{TypedNode.Count(list)}";
        code.Open($"public static {type} {name}({ContractEmitter.Nullable(list)} value)");
        code.Line($"var found = new {type}(value!.{TypedNode.Count(list)});");
        code.Open($"for (int i = 0; i < {count}; i++)");
        if (members.Count == 0)
            code.Line($"found.Add({Copy(item, "value[i]")}{ContractEmitter.Forgiven(item)});");
        else
        {
            string holder = "value[i]" + string.Concat(members.Take(members.Count - 1).Select(member => "?." + Identifiers.ToPlain(member.Property)));
            code.If($"{holder} is {{ }} item", $"found.Add({Copy(item, "item." + Identifiers.ToPlain(members[members.Count - 1].Property))}{ContractEmitter.Forgiven(item)});");
        }
        code.Close().Line("return found;").Close();
    }

    private void Measure(CodeWriter code, PlainType type)
    {
        code.Open($"public static long MostBytes({ContractEmitter.Nullable(type)} value)");
        code.If("value is null", "return 4;");
        if (type.IsObject)
        {
            code.If($"value.GetType() != typeof({type.Name})", "return PlainJson.Unusual;");
            // What a number or a Boolean takes is known; names and signs too.
            long known = 2 + type.Written.Sum(member => member.JsonName.Length + 4 + (IsFixed(member.Type) ? NumberBytes : 0));
            string[] parts = [.. type.Written.Where(member => !IsFixed(member.Type)).Select(member => MostBytes(member.Type, "value." + Identifiers.ToPlain(member.Property)))];
            code.Line($"return {string.Join(" + ", parts.Prepend(CSharp.Number(known)))};");
        }
        else
        {
            code.If(type.Kind == PlainKind.ReadOnlyList ? $"value is not {type.Item!.Name}[] && value.GetType() != typeof(global::System.Collections.Generic.List<{type.Item.Name}>)"
                : $"value.GetType() != typeof({type.Name})", "return PlainJson.Unusual;");
            string count = $"value.{TypedNode.Count(type)}";
            if (IsFixed(type.Item!))
                code.Line($"return 2 + (long){CSharp.Number(NumberBytes)} * {count};");
            else
            {
                code.Line($"long bytes = 2 + {count};");
                if (type.Kind == PlainKind.ReadOnlyList)
                    code.Open($"for (int i = 0; i < {count}; i++)").Line($"bytes += {MostBytes(type.Item!, "value[i]")};").Close();
                else
                    code.Open($"foreach ({type.Item!.Name} item in {Span(type)})").Line($"bytes += {MostBytes(type.Item, "item")};").Close();
                code.Line("return bytes;");
            }
        }
        code.Close();
    }

    // Doubles may be unusual, and strings long.
    private static bool IsFixed(PlainType type) => type.Kind == PlainKind.Value && type.Name.TrimEnd('?') is "bool" or "int" or "long" or "decimal";

    private void Copying(CodeWriter code, string way, PlainType type)
    {
        string result = ContractEmitter.Nullable(type);
        code.Line($"[return: global::System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(value))]").Open($"public static {result} {way}({result} value)");
        code.If("value is null", "return null;");
        if (type.IsObject)
        {
            string arguments = string.Join(", ", type.Members.TakeWhile(member => member.InConstructor).Select(Of));
            string[] set = [.. type.Members.Where(member => !member.InConstructor).Select(member => $"{Identifiers.ToPlain(member.Property)} = {Of(member)}")];
            code.Line($"return new {type.Name}({arguments}){(set.Length == 0 ? "" : $" {{ {string.Join(", ", set)} }}")};");
        }
        else
            ListCopy(code, way, type);
        code.Close();

        string Of(PlainMember member) => Copy(way, member.Type, "value." + Identifiers.ToPlain(member.Property)) + ContractEmitter.Forgiven(member.Type);
    }

    private void ListCopy(CodeWriter code, string way, PlainType type)
    {
        PlainType item = type.Item!;
        if (type.Kind == PlainKind.Array)
        {
            code.Line($"var copy = ({type.Name})value.Clone();");
            if (Copy(way, item, "") != "")
                code.Open("for (int i = 0; i < copy.Length; i++)").Line($"copy[i] = {Copy(way, item, "copy[i]")}{ContractEmitter.Forgiven(item)};").Close();
            code.Line("return copy;");
        }
        else if (type.Kind == PlainKind.ReadOnlyList)
        {
            code.Line($"var copy = new global::System.Collections.Generic.List<{item.Name}>(value.Count);");
            code.Open("for (int i = 0; i < value.Count; i++)").Line($"copy.Add({Copy(way, item, "value[i]")}{ContractEmitter.Forgiven(item)});").Close();
            code.Line("return copy;");
        }
        else
        {
            // A list's own ways to copy cost more than a few items.
            code.Line($"global::System.Span<{item.Name}> items = {Span(type)};");
            code.Line($"var copy = new global::System.Collections.Generic.List<{item.Name}>(items.Length);");
            code.Line("global::System.Runtime.InteropServices.CollectionsMarshal.SetCount(copy, items.Length);");
            code.Line($"global::System.Span<{item.Name}> copied = {Marshalled("copy")};");
            code.Open("for (int i = 0; i < items.Length; i++)").Line($"copied[i] = {Copy(way, item, "items[i]")}{ContractEmitter.Forgiven(item)};").Close();
            code.Line("return copy;");
        }
    }

    private static string Span(PlainType list) => list.Kind == PlainKind.List ? Marshalled("value") : "value";

    private static string Marshalled(string list) => $"global::System.Runtime.InteropServices.CollectionsMarshal.AsSpan({list})";
}
