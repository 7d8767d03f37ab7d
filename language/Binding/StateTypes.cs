using Compiled.Language.Definition;
using Compiled.Language.Json;

namespace Compiled.Language.Binding;

/// <summary>The eight state types: their names and their models. FEATURES L-020.</summary>
internal static class StateTypes
{
    private static readonly Dictionary<string, Func<string, ObjectNode, State>> s_models = new(StringComparer.Ordinal)
    {
        ["Task"] = (name, source) => new TaskState(name, source),
        ["Pass"] = (name, source) => new PassState(name, source),
        ["Choice"] = (name, source) => new ChoiceState(name, source),
        ["Wait"] = (name, source) => new WaitState(name, source),
        ["Succeed"] = (name, source) => new SucceedState(name, source),
        ["Fail"] = (name, source) => new FailState(name, source),
        ["Parallel"] = (name, source) => new ParallelState(name, source),
        ["Map"] = (name, source) => new MapState(name, source),
    };

    /// <summary>The names, as <c>Type</c> spells them.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. s_models.Keys];

    /// <summary>An empty state of the type that the object names; null where it names none of the eight.</summary>
    public static State? Create(string name, ObjectNode source) =>
        source["Type"] is StringNode type && s_models.TryGetValue(type.Value, out Func<string, ObjectNode, State>? create)
            ? create(name, source)
            : null;

    /// <summary>Where the fields of a state of that type are looked up.</summary>
    public static Place PlaceOf(StateType type) => type switch
    {
        StateType.Task => Place.Task,
        StateType.Pass => Place.Pass,
        StateType.Choice => Place.Choice,
        StateType.Wait => Place.Wait,
        StateType.Succeed => Place.Succeed,
        StateType.Fail => Place.Fail,
        StateType.Parallel => Place.Parallel,
        _ => Place.Map,
    };
}
