using Compiled.Language.Binding;
using Compiled.Language.Definition;

namespace Compiled.Language.Schema;

/// <summary>The schema of one field: its description, what it may hold, and what helps to write it.</summary>
internal sealed class FieldSchema(Action<SchemaPlace> use)
{
    /// <summary>Makes it.</summary>
    /// <exception cref="InvalidOperationException"><see cref="FieldDescriptions"/> lacks the field.</exception>
    public SchemaObject Make(Field field, SchemaPlace at)
    {
        SchemaObject schema = new SchemaObject().With("description", FieldDescriptions.Find(field.Name, at.Place)
            ?? throw new InvalidOperationException($"'{field.Name}' of {PlaceNames.Article(at.Place)} has no description."));
        AddValue(schema, field, at);
        AddHint(schema, field.Name, at.Place);
        return schema;
    }

    private void AddValue(SchemaObject schema, Field field, SchemaPlace at)
    {
        bool takesExpression = field.TakesExpression && at.Language == QueryLanguage.Jsonata;
        switch (field.Kind)
        {
            case FieldKind.Special:
                schema.WithAll("enum", Words(field.Name, at));
                break;
            case FieldKind.Word:
                AddWords(schema, new SchemaObject().WithAll("enum", field.Words));
                break;
            case FieldKind.Boolean when field.Name == "End":
                AddWords(schema, new SchemaObject().WithJson("enum", ["true"]));
                break;
            case FieldKind.Text or FieldKind.StateName:
                schema.With("type", "string");
                break;
            case FieldKind.Object:
                AddObject(schema, field.Name, at);
                break;
            case FieldKind.Array or FieldKind.FilledArray:
                AddArray(schema, field, at);
                break;
            case FieldKind.Integer or FieldKind.Number or FieldKind.Boolean or FieldKind.Timestamp:
                AddScalar(schema, field, takesExpression);
                break;
            case FieldKind.ObjectTemplate or FieldKind.ArrayTemplate:
                schema.WithAll("type", [field.Kind == FieldKind.ObjectTemplate ? "object" : "array", "string"]).With("pattern", SchemaPatterns.Expression);
                break;
            case FieldKind.Template when at.Language == QueryLanguage.JsonPath:
                schema.WithAll("allOf", [ChildSchema.Reference(ChildSchema.Payload)]);
                break;
            case FieldKind.Template:
                break;
            case FieldKind.Literal when !field.Name.EndsWith(".$", StringComparison.Ordinal):
                break;
            default:
                AddPath(schema, field.Kind);
                break;
        }
    }

    private static string[] Words(string field, SchemaPlace at)
    {
        if (field == "Type")
            return [at.Place.ToString()];
        string[] both = [SchemaPlace.Word(QueryLanguage.JsonPath), SchemaPlace.Word(QueryLanguage.Jsonata)];
        return at.Place == Place.Machine || at.Language == QueryLanguage.JsonPath ? both : [both[1]];
    }

    private static void AddWords(SchemaObject schema, SchemaObject words) => schema.WithAll(
        "anyOf", [words, new SchemaObject().With("type", "string").With("pattern", SchemaPatterns.Placeholder)]);

    // One list of types with bounds and a pattern beside it: each binds only values of its own type, and editors show one short fault.
    private static void AddScalar(SchemaObject schema, Field field, bool takesExpression)
    {
        string pattern = takesExpression ? $"{SchemaPatterns.Expression}|{SchemaPatterns.Placeholder}" : SchemaPatterns.Placeholder;
        if (field.Kind == FieldKind.Timestamp)
        {
            schema.With("type", "string").With("pattern", takesExpression ? $"{SchemaPatterns.Expression}|{SchemaPatterns.Timestamp}" : SchemaPatterns.Timestamp);
            return;
        }
        schema.WithAll("type", [field.Kind.ToString().ToLowerInvariant(), "string"]);
        if (field.Minimum != double.MinValue)
            schema.With("minimum", field.Minimum);
        if (field.Maximum != double.MaxValue)
            schema.With("maximum", field.Maximum);
        schema.With("pattern", pattern);
    }

    private void AddObject(SchemaObject schema, string field, SchemaPlace at)
    {
        schema.With("type", "object");
        if (ChildSchema.PlaceOf(field) is not Place.None and var place)
        {
            schema.WithAll("allOf", [Use(at.Inside(place))]);
        }
        else if (field == "States")
        {
            schema.With("minProperties", 1)
                .With("propertyNames", new SchemaObject().With("minLength", 1).With("maxLength", 80))
                .With("additionalProperties", ChildSchema.Reference(StateSchema.Name(at.Machine)));
        }
        else if (field == "Assign")
        {
            // A name has at most 80 characters; '.$' may follow.
            schema.With("propertyNames", new SchemaObject().With("minLength", 1).With("maxLength", 82).With("pattern", @"^(?!states(\.\$)?$)"));
            if (at.Language == QueryLanguage.JsonPath)
                schema.WithAll("allOf", [ChildSchema.Reference(ChildSchema.Payload)]);
        }
    }

    private void AddArray(SchemaObject schema, Field field, SchemaPlace at)
    {
        schema.With("type", "array");
        if (field.Kind == FieldKind.FilledArray)
            schema.With("minItems", 1);
        schema.With("items", ChildSchema.PlaceOf(field.Name) is not Place.None and var place ? Use(at.Inside(place)) : ChildSchema.Item(field.Name));
        // FEATURES L-363.
        if (field.Name == "ErrorEquals")
            schema.With("if", new SchemaObject().With("contains", new SchemaObject().WithAll("enum", ["States.ALL"])))
                .With("then", new SchemaObject().With("maxItems", 1));
    }

    private static void AddPath(SchemaObject schema, FieldKind kind)
    {
        if (kind is FieldKind.DataPath or FieldKind.ResultPath)
            schema.WithAll("type", ["string", "null"]);
        else
            schema.With("type", "string");
        schema.With("pattern", kind switch
        {
            FieldKind.ResultPath => SchemaPatterns.ResultPath,
            FieldKind.TextPath or FieldKind.Literal => SchemaPatterns.Evaluated,
            _ => SchemaPatterns.Path,
        });
    }

    private static void AddHint(SchemaObject schema, string field, Place place)
    {
        if (FieldHints.Find(field, place) is not { } hint)
            return;
        if (hint.Default is { } otherwise)
            schema.WithJson("default", otherwise);
        if (hint.Examples.Count > 0)
            schema.WithJson("examples", hint.Examples);
        // The first is of a later draft and does no harm in this one; the second is what editors show.
        if (hint.Successor is { } successor)
            schema.With("deprecated", true).With("deprecationMessage", $"Use {successor}.");
    }

    private SchemaObject Use(SchemaPlace place)
    {
        use(place);
        return ChildSchema.Reference(place.Name);
    }
}
