using System.Collections.Generic;
using System.Linq;
using Compiled.Generator.Emit.Jsonata;
using Compiled.Generator.Emit.Queries;
using Compiled.Language.Binding;
using Compiled.Language.Expressions;
using Compiled.Language.Json;

namespace Compiled.Generator.Emit.FastPaths;

/// <summary>
/// Evaluates the JSONata of a state's fields on a fast path: by the methods that its frame has, which have the same names here. What they throw leaves the path.
/// </summary>
internal sealed class FastQueries(FastPathWriter path, MachineTables tables, FlowVariables variables, MachineNames names)
{
    // What reads the clock or draws a number does so once, in the frames.
    private static readonly HashSet<string> s_unsure = ["random", "uuid", "shuffle", "now", "millis", "eval"];

    private readonly JsonataEmitter _constants = new(tables);
    private string _method = "";
    private int _count;
    private FastLocal? _input, _result;
    private bool _isError;

    /// <summary>Whether the field can be evaluated on a fast path.</summary>
    public static bool CanEvaluate(Template? template) => template switch
    {
        null or LiteralTemplate => true,
        JsonataTemplate expression => CanEvaluate(expression.Text),
        ObjectTemplate members => members.Members.All(member => CanEvaluate(member.Value)),
        ArrayTemplate items => items.Items.All(CanEvaluate),
        _ => false,
    };

    /// <inheritdoc cref="CanEvaluate(Template)"/>
    public static bool CanEvaluate(JsonataText text) => !QueryScope.ReadsContext(text) && !text.Parsed.Usage.References.Any(reference => s_unsure.Contains(reference.Name));

    /// <summary>Starts the fields that one method of the frame evaluates.</summary>
    /// <param name="state">The state.</param>
    /// <param name="field">The rest of the method's name.</param>
    /// <param name="isError">Whether what the fields call the result is the error that a catcher acts on.</param>
    public void Begin(State state, string field, bool isError = false) =>
        (_method, _count, _input, _result, _isError) = ($"{names.Of(state)}_{field}", 0, null, null, isError);

    /// <summary>What a template makes.</summary>
    public FastValue Make(Template template, FastValue data, FastValue? result)
    {
        switch (template)
        {
            case JsonataTemplate { Text: var text }:
                if (JsonataEmitter.IsConstant(text.Parsed))
                    return new FastConstant(_constants.Constant(text.Parsed), text.Expression);
                string value = $"Fields.{Next()}.{QueryEmitter.Take(text)}({Call(text, data, result)}, ref fault)";
                return path.Take(value, mayBeLarge: true, isPresent: true);
            case ObjectTemplate members:
                return new FastObject([.. members.Members.Select(member => new FastMember(member.Name, Make(member.Value, data, result))).ToArray()]);
            case ArrayTemplate items:
                string[] values = [.. items.Items.Select(item => path.Builder.Build(Make(item, data, result)))];
                return path.Take($"JsonValue.ArrayOf([{string.Join(", ", values)}])", mayBeLarge: true, isPresent: true);
            default:
                JsonNode source = ((LiteralTemplate)template).Source;
                string json = source.ToCompactJson();
                return new FastConstant(tables.Literals.Of(json), json, source);
        }
    }

    /// <summary>The C# expression of a local that says whether a condition holds.</summary>
    public string Decide(JsonataText text, FastValue data)
    {
        string call = $"Fields.{Next()}.TakeBoolean({Call(text, data, null)}, ref fault)";
        string local = path.NewFlag();
        path.Code.Line($"{local} = {call};");
        path.Leave("fault is not null");
        return local;
    }

    private string Next()
    {
        if (_count == 0)
            path.Evaluate();
        return $"{_method}_{++_count}";
    }

    private string Call(JsonataText text, FastValue data, FastValue? result)
    {
        // Both are built once, and only where an expression reads them.
        if (Reads(text, "input"))
            _input ??= Whole(data);
        if (result is not null && Reads(text, _isError ? "errorOutput" : "result"))
            _result ??= Whole(result);
        string input = _input is null ? "" : path.Builder.Build(_input);
        string? found = result is null ? null : _result is null ? "" : path.Builder.Build(_result);
        var taken = new QueryScope(input, _isError ? null : found, _isError ? found : null).Of(text, variables);
        return $"Expression.{_method}_{_count}({string.Concat(taken.Select(each => each.Value + ", "))}evaluation)";
    }

    private FastLocal Whole(FastValue value) => value as FastLocal ?? path.Take(path.Builder.Build(value), mayBeLarge: true, isPresent: true);

    private static bool Reads(JsonataText text, string member) => text.Parsed.Usage.StatesReads.Any(read => read.Member is null || read.Member == member);
}
