using Compiled.Language.Binding;
using Compiled.Language.Definition;

namespace Compiled.Language.Schema;

/// <summary>The schema of one kind of object: its fields, which of them must be there and which exclude each other.</summary>
internal sealed class PlaceSchema(Action<SchemaPlace> use)
{
    private readonly FieldSchema _fields = new(use);

    /// <summary>Makes it.</summary>
    public SchemaObject Make(SchemaPlace at)
    {
        Field[] fields = [.. FieldTable.Of(at.Place, at.Language)];
        var properties = new SchemaObject();
        foreach (Field field in fields)
            properties.With(field.Name, _fields.Make(field, at));
        var schema = new SchemaObject();
        if (IsDescribed(at.Place))
            schema.With("description", FieldDescriptions.Of(at.Place));
        schema.With("type", "object");
        string[] required = [.. fields.Where(field => field.IsRequired || IsAlwaysThere(field)).Select(field => field.Name), .. LoneNames(at)];
        if (required.Length > 0)
            schema.WithAll("required", required);
        schema.With("properties", properties).With("additionalProperties", false);
        SchemaObject[] conditions = [.. Groups(at), .. Conditions(at)];
        if (conditions.Length > 0)
            schema.WithAll("allOf", conditions);
        return schema;
    }

    // Where a field leads to the object, the field's own description holds; editors would show this one in its place.
    private static bool IsDescribed(Place place) =>
        (place & (Place.Machine | Place.Branch | Place.AnyState | Place.Rule | Place.Retrier | Place.Catcher)) != 0;

    // The table leaves these to faults of their own.
    private static bool IsAlwaysThere(Field field) => field.Name is "StartAt" or "States" or "Type";

    // Where the query language leaves one of a required group, that one must be there.
    private static IEnumerable<string> LoneNames(SchemaPlace at) =>
        FieldTable.Groups.Where(group => group.Place == at.Place && group.IsRequired).Select(group => Known(group, at)).Where(names => names.Length == 1).Select(names => names[0]);

    private static string[] Known(FieldGroup group, SchemaPlace at) =>
        [.. group.Names.Where(name => FieldTable.IsIn(FieldTable.Find(name, at.Place)!, at.Language))];

    private static IEnumerable<SchemaObject> Groups(SchemaPlace at)
    {
        foreach (FieldGroup group in FieldTable.Groups.Where(group => group.Place == at.Place))
        {
            string[] names = Known(group, at);
            if (names.Length < 2)
                continue;
            if (!group.IsRequired)
                yield return new SchemaObject().With("not", Requires(names));
            // As FieldReader: these two may stand together.
            else if (group.Place == Place.ResultWriter)
                yield return new SchemaObject().WithAll("anyOf", names.Select(name => Requires(name)));
            else
                yield return OneOf(names);
        }
    }

    // What the binders check beyond the table, as far as a schema can say it.
    private static IEnumerable<SchemaObject> Conditions(SchemaPlace at) => at.Place switch
    {
        Place.Rule or Place.NestedRule when at.Language == QueryLanguage.JsonPath =>
        [
            OneOf([.. Combinations, .. ComparisonTable.Rows.Select(row => row.Name)]),
            new SchemaObject().WithAll("anyOf", ((string[])["Variable", .. Combinations]).Select(name => Requires(name))),
        ],
        Place.ProcessorConfig =>
            [new SchemaObject().With("if", StateSchema.Has(("Mode", "DISTRIBUTED"))).With("then", Requires("ExecutionType"))],
        Place.ResultWriter =>
        [
            new SchemaObject().With("dependencies", new SchemaObject().WithAll(
                "Resource", [at.Language == QueryLanguage.Jsonata ? "Arguments" : "Parameters"])),
        ],
        Place.Credentials when at.Language == QueryLanguage.JsonPath => [new SchemaObject().WithAll("anyOf", [Requires("RoleArn"), Requires("RoleArn.$")])],
        Place.Credentials => [Requires("RoleArn")],
        _ when (at.Place & Place.AnyStep) != 0 => [OneOf(["Next", "End"])],
        _ => [],
    };

    private static string[] Combinations => ["And", "Or", "Not"];

    private static SchemaObject OneOf(IEnumerable<string> names) => new SchemaObject().WithAll("oneOf", names.Select(name => Requires(name)));

    private static SchemaObject Requires(params string[] names) => new SchemaObject().WithAll("required", names);
}
