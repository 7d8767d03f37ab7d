using Compiled.Language.Expressions;
using Compiled.Language.Json;

namespace Compiled.Language.Binding;

/// <summary>The shapes of what constants, paths and templates give.</summary>
internal static class ExpressionShapes
{
    /// <summary>The shape of a constant.</summary>
    public static Shape Of(JsonNode constant) => constant switch
    {
        ObjectNode item => OfObject(item),
        ArrayNode { Items.Count: > 0 } array => Shape.Array(array.Items.Select(Of).Aggregate((a, b) => a.Join(b))),
        ArrayNode => Shape.Of(IntrinsicKinds.Array),
        StringNode => Shape.Of(IntrinsicKinds.String),
        NumberNode => Shape.Of(IntrinsicKinds.Number),
        BooleanNode => Shape.Of(IntrinsicKinds.Boolean),
        _ => Shape.Of(IntrinsicKinds.Null),
    };

    /// <summary>The shape of what a path gives; missing where a definite path may lead nowhere.</summary>
    /// <param name="path">The path.</param>
    /// <param name="input">What <c>$</c> is.</param>
    public static Shape Of(PathExpression path, Shape input)
    {
        if (path.IsRootOnly && path.Root == PathRoot.Input)
            return input;
        if (!path.IsDefinite)
            return Shape.Of(IntrinsicKinds.Array);
        if (path.Root != PathRoot.Input || path.IsFunction)
            return Shape.Unknown.OrMissing();
        Shape shape = input;
        foreach (PathStep step in path.Steps)
            shape = step switch
            {
                NameStep name => shape.Member(name.Name),
                IndexStep => shape.AnyItem(),
                _ => Shape.Unknown.OrMissing(),
            };
        return shape;
    }

    /// <summary>The shape of what a template of a JSONPath state makes. A path in it that leads nowhere fails the state, so its value is there.</summary>
    public static Shape Of(Template template, Shape input) => template switch
    {
        LiteralTemplate => Of(template.Source),
        PathTemplate path => Of(path.Path, input).Present(),
        IntrinsicTemplate intrinsic => Shape.Of(intrinsic.Call.Signature.Result),
        ObjectTemplate made => OfObject(made, input),
        ArrayTemplate { Items.Count: > 0 } items => Shape.Array(items.Items.Select(item => Of(item, input)).Aggregate((a, b) => a.Join(b))),
        _ => Shape.Unknown,
    };

    /// <summary>The data once a ResultPath has put a result into it.</summary>
    public static Shape Merge(Shape data, DataPath resultPath, Shape result) =>
        resultPath.IsNull ? data : resultPath.IsDefault ? result : Set(data, resultPath.Path!.Steps, 0, result);

    private static Shape OfObject(ObjectNode constant)
    {
        List<JsonMember> members = constant.EffectiveList();
        var made = new ShapeMember[members.Count];
        for (int i = 0; i < made.Length; i++)
            made[i] = new ShapeMember(members[i].Name, Of(members[i].Value));
        return Shape.Object(made);
    }

    private static Shape OfObject(ObjectTemplate template, Shape input)
    {
        var made = new ShapeMember[template.Members.Count];
        for (int i = 0; i < made.Length; i++)
            made[i] = new ShapeMember(template.Members[i].Name, Of(template.Members[i].Value, input));
        return Shape.Object(made);
    }

    private static Shape Set(Shape at, IReadOnlyList<PathStep> steps, int next, Shape value)
    {
        if (next == steps.Count)
            return value;
        if (steps[next] is not NameStep name)
            return Shape.Of(IntrinsicKinds.Array);
        // Objects that are missing on the way are made; anything but an object fails the state.
        Shape target = (at.Kinds & IntrinsicKinds.Object) == 0 ? Shape.Object([]) : at.MayBeMissing ? at.OfObjects().Join(Shape.Object([])) : at.OfObjects();
        return target.With(name.Name, Set(target.Member(name.Name), steps, next + 1, value));
    }
}
