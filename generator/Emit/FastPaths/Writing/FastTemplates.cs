using System.Collections.Generic;
using System.Linq;
using Compiled.Generator.Emit.Expressions;
using Compiled.Generator.Emit.FastPaths.Reading;
using Compiled.Generator.Emit.FastPaths.Typed;
using Compiled.Generator.Emit.FastPaths.Values;
using Compiled.Language.Expressions;
using Compiled.Language.Json;

namespace Compiled.Generator.Emit.FastPaths.Writing;

/// <summary>Evaluates payload templates: what a template makes is not built but known by its parts, each of them in a local once it is found.</summary>
internal sealed class FastTemplates(MachineTables tables, FastReader reader, FastBuilder builder)
{
    private readonly IntrinsicEmitter _intrinsics = new();
    private readonly Dictionary<string, FastLocal> _found = new();
    private readonly HashSet<string> _required = [];

    /// <summary>Whether the template can be evaluated on a fast path.</summary>
    /// <param name="template">The template.</param>
    /// <param name="hasItem">Whether a Map's item is known, <c>$$.Map.Item</c>.</param>
    public static bool CanMake(Template template, bool hasItem) => template switch
    {
        LiteralTemplate => true,
        PathTemplate path => FastReader.CanRead(path.Path, hasItem),
        IntrinsicTemplate intrinsic => CanCall(intrinsic.Call, hasItem),
        ObjectTemplate members => members.Members.All(member => CanMake(member.Value, hasItem)),
        ArrayTemplate items => items.Items.All(item => CanMake(item, hasItem)),
        _ => false,
    };

    /// <summary>Starts a state: what an earlier one found was found on its way only.</summary>
    public void Begin()
    {
        _found.Clear();
        _required.Clear();
    }

    /// <summary>What a template makes.</summary>
    /// <param name="path">The path.</param>
    /// <param name="template">The template.</param>
    /// <param name="input">What its paths start from.</param>
    /// <param name="isText">Whether that is only written, and once, so that arrays of what paths find need not be made.</param>
    public FastValue Make(FastPathWriter path, Template template, FastValue input, bool isText = false)
    {
        switch (template)
        {
            case LiteralTemplate literal:
                return Constant(literal.Source);
            case PathTemplate found:
                return Find(path, found.Path, input, isText);
            case IntrinsicTemplate intrinsic:
                return Call(path, intrinsic.Call, input);
            case ObjectTemplate members:
                return Object(path, members, input, isText);
            case ArrayTemplate items:
                string[] values = [.. items.Items.Select(item => builder.Build(Make(path, item, input)))];
                return path.Take($"JsonValue.ArrayOf([{string.Join(", ", values)}])", mayBeLarge: true, isPresent: true);
            default:
                throw new System.InvalidOperationException($"'{template.GetType().Name}' has no fast form.");
        }
    }

    /// <summary>What a path finds, which must be there.</summary>
    public FastValue Find(FastPathWriter path, PathExpression expression, FastValue input, bool isText = false)
    {
        // A path of a variable without value finds nothing, also one that gives an array otherwise.
        if (expression.Root == PathRoot.Variable && reader.Variable(expression) is FastLocal variable)
            path.Leave($"{variable.Name}.IsMissing");
        FastValue value = reader.Read(input, expression, path.Place);
        if (ReferenceEquals(value, FastValue.Missing))
        {
            path.GiveUp();
            return new FastConstant("JsonValue.Null", "null");
        }
        if (value is FastTyped typed)
        {
            Require(path, typed.MissingIf);
            return typed.Present();
        }
        if (value is FastProjected { List: var list })
        {
            Require(path, list.MissingIf);
            Require(path, $"{list.Code} is null");
            return value;
        }
        if (value is not FastLocal local || isText && value is FastMatches)
            return value;
        if (_found.TryGetValue(local.Name, out FastLocal? known))
            return known;
        // What is not one part of one value is put aside, and may be larger than what it was made of.
        FastLocal taken = FastNames.IsLocal(local.Name) && !FastReader.IsVariable(local.Name) ? local : path.Take(local.Name, mayBeLarge: !expression.IsDefinite, local.IsPresent);
        if (!taken.IsPresent)
            path.Leave($"{taken.Name}.IsMissing");
        taken = new FastLocal(taken.Name, isPresent: true);
        _found[local.Name] = taken;
        return taken;
    }

    // Said once a state.
    private void Require(FastPathWriter path, string? missing)
    {
        if (missing is not null && _required.Add(missing))
            path.Leave(missing);
    }

    public FastValue Constant(JsonNode source) => Constant(source.ToCompactJson(), source);

    public FastValue Empty => Constant("{}", null);

    private FastConstant Constant(string json, JsonNode? source) => new(tables.Literals.Of(json), json, source);

    private static bool CanCall(IntrinsicCall call, bool hasItem) => call.Function is not (IntrinsicFunction.UUID or IntrinsicFunction.MathRandom)
        && call.Arguments.All(argument => argument switch
        {
            IntrinsicPath path => FastReader.CanRead(path.Path, hasItem),
            IntrinsicCall inner => CanCall(inner, hasItem),
            _ => true,
        });

    private FastValue Call(FastPathWriter path, IntrinsicCall call, FastValue input)
    {
        if (path.Typed is not null && TypedText.CanFormat(call))
            return TypedText.Format(path, call, argument => Argument(path, argument, input));
        FastValue[] found = [.. call.Arguments.Select(argument => Argument(path, argument, input))];
        if (call.Function == IntrinsicFunction.MathAdd)
            return FastNumbers.Add(path, found);
        string[] built = [.. found.Select(builder.Build)];
        if (call.Function == IntrinsicFunction.Format && call.Format is { } format && format.PlaceholderCount == found.Length - 1)
            return FastFormat.Make(path, _intrinsics.Call(call, built), format.Texts, [.. found.Skip(1)]);
        // A failure is no JSON, and so not small.
        return call.Function is IntrinsicFunction.ArrayLength or IntrinsicFunction.ArrayContains ? path.TakeSmall(_intrinsics.Call(call, built))
            : path.Take(_intrinsics.Call(call, built), mayBeLarge: true, isPresent: true);
    }

    private FastValue Argument(FastPathWriter path, IntrinsicArgument argument, FastValue input) => argument switch
    {
        IntrinsicPath found => Find(path, found.Path, input),
        IntrinsicCall inner => Call(path, inner, input),
        IntrinsicLiteral literal => Constant(literal.Value),
        _ => throw new System.InvalidOperationException($"'{argument.GetType().Name}' has no fast form."),
    };

    // Members in the order of their first mention, each with the value of its last.
    private FastObject Object(FastPathWriter path, ObjectTemplate template, FastValue input, bool isText)
    {
        var members = new List<FastMember>();
        foreach (TemplateMember member in template.Members)
        {
            var made = new FastMember(member.Name, Make(path, member.Value, input, isText));
            int known = members.FindIndex(other => other.Name == member.Name);
            if (known < 0)
                members.Add(made);
            else
                members[known] = made;
        }
        return new FastObject(members);
    }
}
