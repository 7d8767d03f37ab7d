using Compiled.Language.Definition;
using Compiled.Language.Faults;
using Compiled.Language.Json;

namespace Compiled.Language.Binding;

/// <summary>What the binder of one state needs: its fields, its flow, and the ways to report and to resolve.</summary>
internal sealed class StateScope(BindingContext context, FlowDraft flow, State state, FieldSet fields, string languageNote)
{
    private readonly List<State> _successors = [];

    /// <summary>What all states share.</summary>
    public BindingContext Context { get; } = context;

    /// <summary>The state's own fields.</summary>
    public FieldSet Fields { get; } = fields;

    /// <summary>The state's query language.</summary>
    public QueryLanguage Language => state.QueryLanguage;

    /// <summary>The state's name.</summary>
    public string StateName => state.Name;

    /// <summary>The states that may come next, in the order found.</summary>
    public IReadOnlyList<State> Successors => _successors;

    /// <summary>Takes a fault.</summary>
    public void Report(Fault fault) => Context.Report(fault);

    /// <summary>Reads the fields of an object inside the state.</summary>
    public FieldSet Read(ObjectNode node, Place place) => Context.Reader.Read(node, place, Language, languageNote);

    /// <summary>Reads the fields of an object inside a Map that says where its items come from or its results go.</summary>
    public FieldSet ReadSetting(ObjectNode node, Place place)
    {
        FieldSet read = Read(node, place);
        ((MapState)state).SettingValues.AddRange(read.Values);
        return read;
    }

    /// <summary>The state that a field of some object names; null where the field is absent or names no state of the flow.</summary>
    public State? Target(FieldSet fields, string name)
    {
        if (fields.String(name) is not { } text)
        {
            // A value that is no string at all leads nowhere, and has been reported.
            if (fields.IsWritten(name))
            {
                flow.UnresolvedTargets++;
                flow.MayEnd = true;
            }
            return null;
        }
        State? target = StateNames.Resolve(Context, flow, name, text);
        if (target is not null && !_successors.Contains(target))
            _successors.Add(target);
        return target;
    }

    /// <summary>The items of an array that are objects; the others are reported.</summary>
    public IReadOnlyList<ObjectNode> Objects(FieldSet fields, string name)
    {
        IReadOnlyList<JsonNode> items = fields.Items(name);
        if (items.Count == 0)
            return [];
        List<ObjectNode> objects = new(items.Count);
        foreach (JsonNode item in items)
        {
            if (item is ObjectNode node)
                objects.Add(node);
            else
                Report(FieldFaults.BadType.At(item, $"An item of '{name}' is {item.KindName}; expected an object"));
        }
        return objects;
    }
}
