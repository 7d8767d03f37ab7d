using Compiled.Language.Binding;
using Compiled.Language.Definition;

namespace Compiled.Language.Schema;

/// <summary>The schema of a state before its type is known: it leads to the schema of its type in its query language.</summary>
internal sealed class StateSchema(Action<SchemaPlace> use)
{
    /// <summary>The name of the definition of any state in a machine of the language.</summary>
    public static string Name(QueryLanguage machine) => $"State.{SchemaPlace.Word(machine)}";

    /// <summary>Any state of a machine.</summary>
    public SchemaObject Make(QueryLanguage machine)
    {
        string[] languages = machine == QueryLanguage.Jsonata ? ["JSONata"] : ["JSONPath", "JSONata"];
        SchemaObject type = new SchemaObject()
            .With("description", FieldDescriptions.Find("Type", Place.Task)!)
            .WithAll("enum", StateTypes.Names)
            .WithAll("enumDescriptions", Places().Select(FieldDescriptions.Of));
        SchemaObject language = new SchemaObject()
            .With("description", FieldDescriptions.Find("QueryLanguage", Place.Task)!)
            .WithAll("enum", languages);
        return new SchemaObject()
            .With("type", "object")
            .WithAll("required", ["Type"])
            .With("properties", new SchemaObject().With("Type", type).With("QueryLanguage", language))
            .WithAll("allOf", Places().SelectMany(place => Cases(place, machine)));
    }

    /// <summary>The condition that a member of an object is there and has the value.</summary>
    public static SchemaObject Has(params (string Name, string Value)[] members)
    {
        var properties = new SchemaObject();
        foreach ((string name, string value) in members)
            properties.With(name, new SchemaObject().With("const", value));
        return new SchemaObject().With("properties", properties).WithAll("required", members.Select(member => member.Name));
    }

    private static IEnumerable<Place> Places() =>
        StateTypes.Names.Select(name => PlaceNames.All.First(place => place.ToString() == name));

    private IEnumerable<SchemaObject> Cases(Place place, QueryLanguage machine)
    {
        SchemaObject isType = Has(("Type", place.ToString()));
        if (machine == QueryLanguage.Jsonata)
            return [new SchemaObject().With("if", isType).With("then", Use(new SchemaPlace(place, machine, QueryLanguage.Jsonata)))];
        SchemaObject byLanguage = new SchemaObject()
            .With("if", Has(("QueryLanguage", "JSONata")))
            .With("then", Use(new SchemaPlace(place, machine, QueryLanguage.Jsonata)))
            .With("else", Use(new SchemaPlace(place, machine, QueryLanguage.JsonPath)));
        return [new SchemaObject().With("if", isType).With("then", byLanguage)];
    }

    private SchemaObject Use(SchemaPlace place)
    {
        use(place);
        return ChildSchema.Reference(place.Name);
    }
}
