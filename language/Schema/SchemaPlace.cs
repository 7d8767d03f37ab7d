using Compiled.Language.Binding;
using Compiled.Language.Definition;

namespace Compiled.Language.Schema;

/// <summary>A kind of object as the schema tells them apart: what it is, and which query languages hold in it and around it.</summary>
internal readonly struct SchemaPlace(Place place, QueryLanguage machine, QueryLanguage language)
{
    /// <summary>What the object is.</summary>
    public Place Place { get; } = place;

    /// <summary>The machine's language, which the flows inside a Parallel or Map take, whatever that state's own is.</summary>
    public QueryLanguage Machine { get; } = machine;

    /// <summary>The language of the state it belongs to.</summary>
    public QueryLanguage Language { get; } = language;

    /// <summary>Its name among the schema's definitions: <c>Task.JSONata</c>. Objects that look the same in both machines share it.</summary>
    public string Name
    {
        get
        {
            bool holdsFlows = (Place & (Place.Parallel | Place.Map)) != 0;
            string name = $"{Place}.{Word(Language)}";
            return holdsFlows && Language != Machine ? $"{name}.In.{Word(Machine)}" : name;
        }
    }

    /// <summary>An object in this one. Flows begin with the machine's language again.</summary>
    public SchemaPlace Inside(Place place) => new(place, Machine, (place & Place.AnyFlow) != 0 ? Machine : Language);

    /// <summary>A query language as definitions write it.</summary>
    public static string Word(QueryLanguage language) => language == QueryLanguage.Jsonata ? "JSONata" : "JSONPath";
}
