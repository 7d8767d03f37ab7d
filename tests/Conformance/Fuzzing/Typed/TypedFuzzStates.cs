using System.Text;

namespace Conformance.Fuzzing.Typed;

/// <summary>Writes the states of a machine on C# types: calls, what is put together for them of the data that there is, and questions about it.</summary>
internal sealed class TypedFuzzStates(FuzzRandom random, IReadOnlyList<TypedFuzzHandler> handlers)
{
    // What the data is known to have: paths and the types found there.
    private List<(string Path, TypedFuzzType Type)> _known = [];
    private readonly StringBuilder _states = new();

    public string Make(TypedFuzzType input, TypedFuzzType output)
    {
        Begin(input);
        int count = random.Between(1, 5);
        for (int i = 0; i < count; i++)
            State("S" + i, "S" + (i + 1));
        _states.Append($"\"S{count}\":{{\"Type\":\"Pass\",\"Parameters\":{Template(output, 2)},\"End\":true}}");
        return "{\"StartAt\":\"S0\",\"States\":{" + _states + "}}";
    }

    private void Begin(TypedFuzzType data)
    {
        _known = [("$", data)];
        Add("$", data, 3);
    }

    private void Add(string path, TypedFuzzType type, int depth)
    {
        foreach ((string name, TypedFuzzType member) in depth == 0 ? [] : type.Members ?? [])
        {
            _known.Add(($"{path}.{name}", member));
            Add($"{path}.{name}", member, depth - 1);
        }
    }

    private void State(string name, string next)
    {
        switch (random.Below(10))
        {
            case 0 or 1:
                _states.Append($"\"{name}\":{{\"Type\":\"Choice\",\"Choices\":[{{{Question()},\"Next\":\"{next}\"}},{{{Question()},\"Next\":\"{name}x\"}}],\"Default\":\"{next}\"}},");
                _states.Append($"\"{name}x\":{{\"Type\":\"Pass\",\"Result\":{random.Pick("1", "\"x\"", "null", "{\"alpha\":1}")},\"ResultPath\":\"{random.Pick("$.alpha", "$.r", "$.beta")}\",\"Next\":\"{next}\"}},");
                break;
            case 2:
                TypedFuzzType other = random.Pick([.. handlers.Select(static handler => handler.Given)]);
                _states.Append($"\"{name}\":{{\"Type\":\"Pass\",\"Parameters\":{Template(other, 2)},\"ResultPath\":\"$.p\",\"Next\":\"{next}\"}},");
                _known.Add(("$.p", other));
                Add("$.p", other, 2);
                break;
            default:
                Call(random.Pick([.. handlers]), name, next);
                break;
        }
    }

    private void Call(TypedFuzzHandler handler, string name, string next)
    {
        string[] whole = [.. _known.Where(known => known.Type.Bare == handler.Given.Bare).Select(static known => known.Path)];
        string given = whole.Length > 0 && random.Percent(50) ? $"\"InputPath\":\"{random.Pick(whole)}\"" : $"\"Parameters\":{Template(handler.Given, 2)}";
        string target = random.Pick("$", "$.r", "$.r", "$.alpha", "null");
        string handled = random.Percent(50) ? "" : ",\"Retry\":[{\"ErrorEquals\":[\"E.One\"],\"MaxAttempts\":2}]";
        handled += random.Percent(50) ? "" : $",\"Catch\":[{{\"ErrorEquals\":[\"States.ALL\"],\"ResultPath\":\"{random.Pick("$.e", "$.beta", "$")}\",\"Next\":\"{next}\"}}]";
        _states.Append($"\"{name}\":{{\"Type\":\"Task\",\"Resource\":\"arn:aws:lambda:us-east-1:123456789012:function:{handler.Name}\",{given},\"ResultPath\":{(target == "null" ? "null" : $"\"{target}\"")}{handled},\"Next\":\"{next}\"}},");
        if (target == "$")
            Begin(handler.Result);
        else if (target != "null")
        {
            _known.RemoveAll(known => known.Path == target || known.Path.StartsWith(target + ".", StringComparison.Ordinal));
            _known.Add((target, handler.Result));
            Add(target, handler.Result, 2);
        }
    }

    private string Question()
    {
        (string path, TypedFuzzType type) = random.Pick([.. _known]);
        string test = random.Percent(15) ? random.Pick("\"IsPresent\":true", "\"IsNull\":false", "\"IsNumeric\":true", "\"IsString\":true") : type.Bare switch
        {
            "string" => random.Pick("\"StringEquals\":\"x\"", "\"StringLessThan\":\"m\"", "\"StringMatches\":\"*s*\""),
            "bool" => "\"BooleanEquals\":true",
            _ => random.Pick("\"NumericLessThan\":3", "\"NumericGreaterThanEquals\":2.5", "\"NumericEquals\":2147483647"),
        };
        return $"\"Variable\":\"{path}\",{test}";
    }

    private string Template(TypedFuzzType type, int depth) =>
        "{" + string.Join(",", type.Members!.Where(_ => random.Percent(95)).Select(member => Member(member.Name, member.Type, depth))) + "}";

    private string Member(string name, TypedFuzzType type, int depth)
    {
        string[] same = [.. _known.Where(known => known.Type.Bare == type.Bare).Select(static known => known.Path)];
        if (same.Length > 0 && random.Percent(75))
            return $"\"{name}.$\":\"{random.Pick(same)}\"";
        if (type.Members is not null && depth > 0)
            return $"\"{name}\":{Template(type, depth - 1)}";
        if (type.Item is { } item && _known.Where(known => known.Type.Item is { } each && (each.Bare == item.Bare || each.Members?.Any(member => member.Type.Bare == item.Bare) == true)).ToArray() is { Length: > 0 } lists)
        {
            (string path, TypedFuzzType list) = random.Pick(lists);
            string inner = list.Item!.Members?.FirstOrDefault(member => member.Type.Bare == item.Bare).Name is { } found && list.Item.Bare != item.Bare ? "." + found : "";
            return $"\"{name}.$\":\"{path}[*]{inner}\"";
        }
        string number = Path("int", "long", "double", "int?");
        return random.Percent(8) ? $"\"{name}.$\":\"{random.Pick([.. _known]).Path}\"" : type.Bare switch
        {
            "string" when random.Percent(60) => $"\"{name}.$\":\"States.Format('{random.Pick("", "at ")}{{}}-{{}}', {Path("string", "int", "bool", "double")}, {Path("long", "decimal", "string")})\"",
            "string" => $"\"{name}\":\"c\"",
            "bool" => $"\"{name}\":true",
            "int" or "long" or "double" when random.Percent(60) => $"\"{name}.$\":\"States.MathAdd({number}, {random.Pick("1", "-1", number)})\"",
            "int" or "long" => $"\"{name}\":3",
            "double" or "decimal" => $"\"{name}\":{random.Pick("3", "1.5", "2.0")}",
            _ => type.Item is not null ? $"\"{name}\":[]" : $"\"{name}\":{{}}",
        };
    }

    // A path to a value of one of the types; any where there is none.
    private string Path(params string[] types)
    {
        string[] found = [.. _known.Where(known => types.Contains(known.Type.Name)).Select(static known => known.Path)];
        return random.Pick(found.Length > 0 ? found : [.. _known.Select(static known => known.Path)]);
    }
}
