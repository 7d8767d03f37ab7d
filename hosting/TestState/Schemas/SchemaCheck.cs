using System.Globalization;
using Compiled.Values;

namespace Compiled.TestState.Schemas;

/// <summary>Holds a mocked result to the shape of what a service gives. Members that the service doesn't know are let be. FEATURES M-023.</summary>
internal sealed class SchemaCheck(bool requiresFields)
{
    /// <summary>What is wrong first, in AWS's words; null where nothing is.</summary>
    public string? Find(ResultSchema schema, in JsonValue result) => Find(schema, schema.Shape, "", result);

    private string? Find(ResultSchema schema, Shape shape, string field, JsonValue value) => shape.Kind switch
    {
        ShapeKind.String => value.IsString ? OfString(shape, field, value.AsString()) : MustBe(field, "a string"),
        ShapeKind.Number => value.IsNumber ? OfNumber(shape, field, value.AsDouble()) : MustBe(field, "a number"),
        ShapeKind.Boolean => value.IsBoolean ? null : MustBe(field, "a boolean"),
        ShapeKind.List => value.IsArray ? OfItems(schema, shape, field, value) : MustBe(field, "an array"),
        ShapeKind.Map => value.IsObject ? OfValues(schema, shape, value) : MustBe(field, "an object"),
        ShapeKind.Structure => value.IsObject ? OfMembers(schema, shape, value) : MustBe(field, "an object"),
        ShapeKind.Named => Find(schema, schema.Named(shape.Name), field, value),
        _ => null,
    };

    private string? OfMembers(ResultSchema schema, Shape shape, JsonValue value)
    {
        foreach (ShapeMember member in shape.Members)
        {
            JsonValue found = value.Get(member.Name);
            if (found.IsMissing)
            {
                if (member.IsRequired && requiresFields)
                    return $"Required field '{member.Name}' is missing";
                continue;
            }

            if (Find(schema, member.Shape, member.Name, found) is { } wrong)
                return wrong;
        }

        return null;
    }

    private string? OfItems(ResultSchema schema, Shape shape, string field, JsonValue value)
    {
        for (ItemEnumerator items = value.Items(); items.MoveNext();)
        {
            if (Find(schema, shape.Item!, field, items.Current) is { } wrong)
                return wrong;
        }

        return null;
    }

    private string? OfValues(ResultSchema schema, Shape shape, JsonValue value)
    {
        for (MemberEnumerator members = value.Members(); members.MoveNext();)
        {
            if (Find(schema, shape.Item!, members.Current.Key.Name, members.Current.Value) is { } wrong)
                return wrong;
        }

        return null;
    }

    private static string? OfString(Shape shape, string field, string value)
    {
        if (shape.Values.Count > 0 && !shape.Values.Contains(value))
            return $"Field '{field}' is not an expected value";
        if (value.Length < shape.Least)
            return $"Field '{field}' is smaller than the minimum length";
        return value.Length > shape.Most ? $"Field '{field}' exceeds the maximum length" : null;
    }

    private static string? OfNumber(Shape shape, string field, double value) =>
        value < shape.Least ? $"Field '{field}' is less than the minimum value"
        : value > shape.Most ? $"Field '{field}' exceeds the maximum value" : null;

    private static string MustBe(string field, string kind) => string.Create(CultureInfo.InvariantCulture, $"Field '{field}' must be {kind}");
}
