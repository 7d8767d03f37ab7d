using System.Collections.Generic;
using System.Linq;
using Compiled.Generator.Emit.FastPaths.Values;
using Compiled.Generator.Emit.FastPaths.Writing;
using Compiled.Generator.Emit.Jsonata;
using Compiled.Generator.Emit.Queries;
using Compiled.Language.Binding;
using Compiled.Language.Expressions;
using Compiled.Language.Expressions.Jsonata;
using Compiled.Language.Json;

namespace Compiled.Generator.Emit.FastPaths.Reading;

/// <summary>
/// Evaluates the JSONata of a state's fields on a fast path: what is no more than a part of a known value is read in place; all else by methods, those of the
/// state's frame or others that are given parts instead of whole values. What they throw leaves the path.
/// </summary>
internal sealed class FastQueries(FastPathWriter path, MachineTables tables, FlowVariables variables, MachineNames names, FastParts parts)
{
    // What reads the clock or draws a number does so once, in the frames.
    private static readonly HashSet<string> s_unsure = ["random", "uuid", "shuffle", "now", "millis", "eval"];

    private readonly JsonataEmitter _expressions = new(tables);
    private readonly FastTexts _texts = new(path);
    private readonly Dictionary<string, FastLocal> _whole = new();
    private readonly HashSet<string> _plain = [];
    private string _method = "";
    private int _count;
    private bool _isError, _evaluates;

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
    public void Begin(State state, string field, bool isError = false)
    {
        (_method, _count, _isError, _evaluates) = ($"{names.Of(state)}_{field}", 0, isError, false);
        _whole.Clear();
    }

    /// <summary>What a template makes.</summary>
    public FastValue Make(Template template, FastValue data, FastValue? result)
    {
        switch (template)
        {
            case JsonataTemplate { Text: var text }:
                return Make(text, data, result);
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
        string local = path.Locals.NewFlag();
        string call = Call(text, data, null, Truth.Certain, out Form form);
        if (form == Form.Boolean)
            path.Code.Line($"{local} = {call};");
        else
            path.Leave($"!FastPath.TryTruth({call}, out {local})");
        return local;
    }

    private FastValue Make(JsonataText text, FastValue data, FastValue? result)
    {
        if (JsonataEmitter.IsConstant(text.Parsed))
            return new FastConstant(_expressions.Constant(text.Parsed), text.Expression);
        if (QueryEmitter.Take(text) == "Take" && (Given(text, data, result) ?? Found(text, data, result)) is { } found)
        {
            _count++;
            return Plain(found);
        }
        if (_texts.Make(this, text, Roots(text, data, result)) is { } joined)
            return joined;
        string call = Call(text, data, result, Truth.None, out Form form);
        // A number is both.
        if (form == Form.Number)
            return Present(call);
        // What is no JSON, which the frames refuse, is not small.
        FastLocal made = path.Take($"FastPath.{(QueryEmitter.Take(text) == "Take" ? "Plain" : "PlainKept")}({call})", mayBeLarge: true, isPresent: true);
        _plain.Add(made.Name);
        return made;
    }

    // What is plain and small unless it is missing.
    private FastLocal Present(string value)
    {
        string name = path.Locals.NewLocal();
        path.Code.Line($"{name} = {value};");
        path.Leave($"{name}.IsMissing");
        path.ReadParts(name);
        _plain.Add(name);
        return new FastLocal(name, isPresent: true);
    }

    // The value of an expression that is one value, or one part of one; null for others.
    private FastValue? Found(JsonataText text, FastValue data, FastValue? result)
    {
        QueryReads reads = QueryReads.Of(text.Parsed);
        return reads.IsPart || reads.IsRoot ? Found(reads, Roots(text, data, result)) : null;
    }

    // The same where it is the input or a part of it, which is plain from the start and need not be copied.
    private FastLocal? Given(JsonataText text, FastValue data, FastValue? result)
    {
        QueryReads reads = QueryReads.Of(text.Parsed);
        List<(string Name, FastValue Value)> roots = Roots(text, data, result);
        if (!path.IsQueried || path.Typed is not null || !(reads.IsPart || reads.IsRoot) || roots.Count != 1)
            return null;
        return parts.Give(roots[0].Value, reads.IsRoot ? [] : reads.PartsOf(roots[0].Name)![0]);
    }

    private FastValue? Found(QueryReads reads, List<(string Name, FastValue Value)> roots)
    {
        if (roots.Count != 1)
            return null;
        (string root, FastValue value) = roots[0];
        if (reads.IsRoot)
            return value;
        return path.IsQueried && parts.CanRead(value) ? parts.Read(value, reads.PartsOf(root)![0], path.NewPlace()) : null;
    }

    /// <summary>The value of a part of an expression, where that is one value, or one part of one; null for others.</summary>
    public FastValue? Found(JsonataText text, JsonataNode part, List<(string Name, FastValue Value)> roots)
    {
        QueryReads reads = QueryReads.Of(part, text.Parsed);
        return reads.IsPart || reads.IsRoot ? Found(reads, [.. roots.Where(root => reads.Reads(root.Name))]) : null;
    }

    // What was found as later states see it.
    private FastValue Plain(FastValue found)
    {
        if (ReferenceEquals(found, FastValue.Missing))
        {
            path.GiveUp();
            return new FastConstant("JsonValue.Null", "null");
        }
        if (found is not FastLocal local || _plain.Contains(local.Name))
            return found;
        if (parts.IsGiven(local))
        {
            // The input is always there, if not in its local.
            if (local.Name != FastNames.Input)
                path.Leave($"{local.Name}.IsMissing");
            return new FastLocal(local.Name, isPresent: true);
        }
        return Present(FastReads.Plain(path.Builder.Build(local)));
    }

    // The values that an expression reads, by their names in it.
    private List<(string Name, FastValue Value)> Roots(JsonataText text, FastValue data, FastValue? result)
    {
        var roots = new List<(string, FastValue)>();
        foreach ((JsonataVariable parameter, string value) in new QueryScope("", _isError || result is null ? null : "", _isError ? "" : null).Of(text, variables))
        {
            FastValue root = parameter.Variable switch
            {
                "states.input" => data,
                "states.result" or "states.errorOutput" => result!,
                _ => path.Known.Find(parameter.Variable) ?? new FastLocal(value, isPresent: false),
            };
            roots.Add((parameter.Variable, root));
        }
        return roots;
    }

    // The call of the method that evaluates an expression.
    private string Call(JsonataText text, FastValue data, FastValue? result, Truth truth, out Form form)
    {
        string name = $"{_method}_{++_count}";
        (List<JsonataVariable> parameters, List<string> values, bool areParts) = Arguments(QueryReads.Of(text.Parsed), Roots(text, data, result));
        if (areParts)
            return Call(_expressions.Part(name += "_Parts", text.Parsed, text.Parsed.Root!, parameters, truth), name, values, out form);
        form = Form.Value;
        Evaluate();
        return $"Expression.{name}({string.Concat(values.Select(value => value + ", "))}evaluation)";
    }

    /// <summary>The call of a method of its own that evaluates a part of the next expression.</summary>
    /// <param name="text">The expression.</param>
    /// <param name="part">The part.</param>
    /// <param name="roots">What the expression reads.</param>
    /// <param name="suffix">What the method's name ends with.</param>
    /// <param name="truth">Whether it says if the value counts as true.</param>
    public string Call(JsonataText text, JsonataNode part, List<(string Name, FastValue Value)> roots, string suffix, Truth truth = Truth.None)
    {
        string name = $"{_method}_{_count + 1}_{suffix}";
        QueryReads reads = QueryReads.Of(part, text.Parsed);
        (List<JsonataVariable> parameters, List<string> values, _) = Arguments(reads, roots.Where(root => reads.Reads(root.Name)));
        return Call(_expressions.Part(name, text.Parsed, part, parameters, truth), name, values, out _);
    }

    private string Call(PartMethod method, string name, List<string> values, out Form form)
    {
        tables.Expressions.SetMethod(name, method.Write);
        form = method.Form;
        if (method.IsEvaluated)
            Evaluate();
        return method.Call(values);
    }

    /// <summary>The next expression has been evaluated.</summary>
    public void Count() => _count++;

    // Has what evaluates this method's fields at hand.
    private void Evaluate()
    {
        if (!_evaluates)
            path.Evaluate();
        _evaluates = true;
    }

    // What a method is given: parts of values where no more is read of them.
    private (List<JsonataVariable> Parameters, List<string> Values, bool AreParts) Arguments(QueryReads reads, IEnumerable<(string Name, FastValue Value)> roots)
    {
        var identifiers = new Identifiers("evaluation", "arguments");
        var parameters = new List<JsonataVariable>();
        var values = new List<string>();
        bool areParts = false;
        foreach ((string root, FastValue value) in roots)
        {
            bool isRead = path.IsQueried && parts.CanRead(value);
            if (isRead && reads.PartsOf(root) is { } found)
            {
                areParts = true;
                foreach (string[] part in found)
                {
                    parameters.Add(new JsonataVariable(root + "." + string.Join(".", part), identifiers.Plain("of_" + part[part.Length - 1])));
                    values.Add(path.Builder.Build(parts.Read(value, part, path.NewPlace())));
                }
                continue;
            }
            parameters.Add(new JsonataVariable(root, identifiers.Plain("of_" + root.Split('.').Last())));
            values.Add(Whole(root, value));
        }
        return (parameters, values, areParts);
    }

    // Built once, and only where an expression reads it.
    private string Whole(string root, FastValue value)
    {
        if (value is FastLocal or FastConstant)
            return path.Builder.Build(value);
        if (!_whole.TryGetValue(root, out FastLocal? built))
            _whole.Add(root, built = path.Take(path.Builder.Build(value), mayBeLarge: true, isPresent: true));
        return built.Name;
    }
}
