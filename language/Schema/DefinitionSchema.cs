using Compiled.Language.Binding;
using Compiled.Language.Definition;

namespace Compiled.Language.Schema;

/// <summary>
/// The JSON schema of definitions, for editors: what may stand where in both query languages, with a description of each field. Made
/// from the one table of fields, which the binder reads by as well.
/// </summary>
public static class DefinitionSchema
{
    /// <summary>
    /// The schema as JSON, draft-07, indented, with <c>\n</c> as line breaks; the same text on every call. It accepts what the binder
    /// accepts and refuses what one object and those in it show to be wrong: fields that are unknown, missing, of another type or in each
    /// other's way. What needs more than that stays with the binder and the rules: names of states, expressions, reachability.
    /// </summary>
    public static string Write()
    {
        var definitions = new SchemaObject();
        var known = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Queue<SchemaPlace>();
        void Use(SchemaPlace place)
        {
            if (known.Add(place.Name))
                waiting.Enqueue(place);
        }

        SchemaPlace[] machines = [Machine(QueryLanguage.JsonPath), Machine(QueryLanguage.Jsonata)];
        var states = new StateSchema(Use);
        var places = new PlaceSchema(Use);
        foreach (SchemaPlace machine in machines)
        {
            Use(machine);
            definitions.With(StateSchema.Name(machine.Machine), states.Make(machine.Machine));
        }
        while (waiting.Count > 0)
        {
            SchemaPlace place = waiting.Dequeue();
            definitions.With(place.Name, places.Make(place));
        }
        definitions.With(ChildSchema.Payload, ChildSchema.PayloadSchema());
        return SchemaPrinter.Print(Root(machines).With("definitions", definitions));
    }

    private static SchemaPlace Machine(QueryLanguage language) => new(Place.Machine, language, language);

    private static SchemaObject Root(SchemaPlace[] machines) => new SchemaObject()
        .With("$schema", "http://json-schema.org/draft-07/schema#")
        .With("$comment", "Written by the command 'schema' from the table of fields; change that, and write it again.")
        .With("title", "Amazon States Language")
        .With("type", "object")
        .With("if", StateSchema.Has(("QueryLanguage", "JSONata")))
        .With("then", ChildSchema.Reference(machines[1].Name))
        .With("else", ChildSchema.Reference(machines[0].Name));
}
