using System;
using System.Collections.Generic;
using System.Linq;
using Compiled.Generator.Emit.FastPaths.Values;
using Compiled.Generator.Emit.Handlers;
using Compiled.Generator.Pipeline;
using Compiled.Language.Json;

namespace Compiled.Generator.Emit.FastPaths.Typed;

/// <summary>
/// Writes what makes an object of a C# type of what is known of a value: directly of its parts where JSON in between would change nothing, else through a
/// JSON value, as a task's adapter does.
/// </summary>
internal sealed class TypedMaker(FastPathWriter path, TypedLane lane)
{
    private const string Any = "*";
    private const System.Globalization.NumberStyles Signed = System.Globalization.NumberStyles.AllowLeadingSign;

    private readonly HashSet<string> _given = [];
    private bool _isOutput, _isRepeated;

    /// <summary>The C# expression of an argument for a handler, which may change it: nothing else may then be changed.</summary>
    /// <param name="type">The type of the argument.</param>
    /// <param name="value">What it is made of.</param>
    /// <param name="isRepeated">Whether the expression may be evaluated again, for another attempt, which must find all as it was.</param>
    public string Argument(PlainType type, FastValue value, bool isRepeated)
    {
        (_isOutput, _isRepeated) = (false, isRepeated);
        return Make(type, value);
    }

    /// <summary>The C# expression of an execution's output.</summary>
    public string Output(PlainType type, FastValue value)
    {
        _given.Clear();
        (_isOutput, _isRepeated) = (true, false);
        return Make(type, value);
    }

    private string Make(PlainType type, FastValue value) => value switch
    {
        FastTyped typed when typed.Type.Name == type.Name => Own(typed) + ContractEmitter.Forgiven(type),
        FastTyped typed when IsWidened(typed.Type.Name, type.Name) => typed.Code,
        FastConstant { Source: { } source } when Constant(type, source) is { } constant => constant,
        FastObject made when IsClear(type, [.. made.Members.Select(member => member.Name)]) => Object(type, name => made.Members.FirstOrDefault(member => member.Name == name)?.Value),
        FastChange { Origin: FastTyped origin } change when IsClear(type, [.. origin.Type.Written.Select(member => member.JsonName), .. change.Members.Select(member => member.Name)])
            => Object(type, name => change.Members.FirstOrDefault(member => member.Name == name)?.Value ?? Member(origin, name)),
        FastProjected projected when type.Item is { } item && item.Name == projected.Item.Name => Projected(type, projected),
        _ => Converted(type, value),
    };

    private FastTyped? Member(FastTyped origin, string name) => origin.Node.Member(name, path.Locals) is { } node ? new FastTyped(node, isPresent: true) : null;

    // What came as a handler's result is the execution's own, and given away as output it needs no copy, unless it might be given twice.
    private string Own(FastTyped typed)
    {
        if (typed.Type.IsReadOnly || _isOutput && typed.Node.IsOwned && IsGivenOnce(typed.Node.IsChanging ? Any : typed.Node.Root))
            return typed.Code;
        return lane.Objects.Copy(typed.Type, typed.Code);
    }

    // Two locals into which several ways copy may hold parts of one object.
    private bool IsGivenOnce(string root) => (_given.Count == 0 || root != Any && !_given.Contains(Any)) && _given.Add(root);

    // Whether each member's value is known. Names that differ in case alone are one for System.Text.Json's web rules, and which value then counts is not decided here.
    private bool IsClear(PlainType type, string[] names) => type.IsObject && type.Members.All(member => !member.IsNeeded || names.Contains(member.JsonName))
        && (!lane.IgnoresCase || names.All(name =>
            type.Members.Any(member => member.JsonName == name) || !type.Members.Any(member => string.Equals(member.JsonName, name, StringComparison.OrdinalIgnoreCase))));

    private string Object(PlainType type, Func<string, FastValue?> find)
    {
        var arguments = new List<string>();
        var set = new List<string>();
        foreach (PlainMember member in type.Members)
        {
            FastValue? value = find(member.JsonName);
            if (member.InConstructor)
                arguments.Add(value is null ? $"default({member.Type.Name}){ContractEmitter.Forgiven(member.Type)}" : Make(member.Type, value));
            else if (value is not null)
                set.Add($"{Identifiers.ToPlain(member.Property)} = {Make(member.Type, value)}");
        }
        return $"new {type.Name}({string.Join(", ", arguments)}){(set.Count == 0 ? "" : $" {{ {string.Join(", ", set)} }}")}";
    }

    // Numbers that every value of the one type is also of the other, as JSON has it.
    private static bool IsWidened(string from, string to) =>
        from + ">" + to is "int>long" or "int>double" or "long>double" or "int>int?" or "int>long?" or "int>double?" or "long>long?" or "long>double?" or "double>double?" or "bool>bool?" or "decimal>decimal?" or "int>decimal" or "long>decimal" or "int>decimal?" or "long>decimal?"
            or "int?>long?" or "int?>double?" or "long?>double?";

    private static string? Constant(PlainType type, JsonNode source)
    {
        switch (source)
        {
            case StringNode text when type.Name == "string" && CSharp.IsWellFormed(text.Value):
                return CSharp.Text(text.Value);
            case BooleanNode boolean when type.Name is "bool" or "bool?":
                return CSharp.Bool(boolean.Value);
            case NumberNode number when type.Name is "double" or "double?" && !double.IsInfinity(number.Value):
                return CSharp.Number(number.Value);
            case NumberNode number when type.Name is "decimal" or "decimal?" && decimal.TryParse(number.Text, Signed | System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out decimal exact)
                && exact.ToString(System.Globalization.CultureInfo.InvariantCulture) == number.Text:
                return number.Text + "m";
            case NumberNode number when type.Name is "int" or "int?" && int.TryParse(number.Text, Signed, System.Globalization.CultureInfo.InvariantCulture, out int whole)
                && CSharp.Number(whole) == number.Text:
                return CSharp.Number(whole);
            case NumberNode number when type.Name is "long" or "long?" && long.TryParse(number.Text, Signed, System.Globalization.CultureInfo.InvariantCulture, out long whole)
                && CSharp.Number(whole) == number.Text:
                return CSharp.Number(whole) + "L";
            default:
                return null;
        }
    }

    private string Projected(PlainType type, FastProjected projected)
    {
        string made = lane.Objects.Project(projected.List.Type, projected.Members, projected.List.Code);
        return type.Kind == PlainKind.Array ? made + ".ToArray()" : made;
    }

    private string Converted(PlainType type, FastValue value)
    {
        lane.Contracts.AddReader(type);
        string made = path.Locals.NewTyped(ContractEmitter.Nullable(type));
        string read = $"!{(type.Kind == PlainKind.Value ? "PlainJson" : "Contracts")}.TryRead(";
        if (type.Kind == PlainKind.Value || value is FastTyped or FastConstant)
            path.Leave($"{read}{path.Builder.Build(value)}, out {made})");
        else
        {
            // What is deep is refused by System.Text.Json.
            FastLocal json = value as FastLocal is { } local && FastNames.IsLocal(local.Name) ? local : path.Take(path.Builder.Build(value), mayBeLarge: false, isPresent: true);
            path.Leave($"!PlainJson.IsShallow({json.Name}) || {read}{json.Name}, out {made})");
        }
        return (_isRepeated ? lane.Objects.Copy(type, made) : made) + ContractEmitter.Forgiven(type);
    }
}
