using System.Globalization;
using System.Text;
using System.Text.Json;
using Compiled.Language.Json;

namespace Compiled.TestState.Slices;

/// <summary>
/// A machine that holds one state of another: what it leads to are states that only end, what runs inside it is left out, and before it stands one
/// that assigns the test's variables. So a test compiles and runs as any execution does, and nothing after the state can disturb it.
/// </summary>
/// <param name="Definition">The machine's definition.</param>
/// <param name="StateName">The state's name.</param>
/// <param name="Targets">The names of the states that the state leads to, by the names that stand for them here.</param>
/// <param name="AssignsFirst">Whether the input is <c>{"variables": ..., "input": ...}</c>, for the state that assigns the variables.</param>
internal sealed record StateSlice(string Definition, string StateName, IReadOnlyDictionary<string, string> Targets, bool AssignsFirst)
{
    /// <summary>Cuts a state out.</summary>
    /// <param name="state">The state as written.</param>
    /// <param name="name">Its name.</param>
    /// <param name="isJsonata">Its query language, its own or the machine's.</param>
    /// <param name="variables">The variables that it finds.</param>
    public static StateSlice Of(ObjectNode state, string name, bool isJsonata, IReadOnlyList<string> variables)
    {
        SliceNames names = new(name);
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream))
        {
            string first = variables.Count == 0 ? name : names.New();
            json.WriteStartObject();
            json.WriteString("StartAt", first);
            json.WriteStartObject("States");
            if (variables.Count > 0)
                WriteAssigning(json, first, name, variables);
            json.WritePropertyName(name);
            new StateWriter(json, names).Write(state, isJsonata);
            foreach (string target in names.Targets.Keys)
                WriteEnd(json, target);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return new StateSlice(Encoding.UTF8.GetString(stream.ToArray()), name, names.Targets, variables.Count > 0);
    }

    /// <summary>A state that ends its flow.</summary>
    public static void WriteEnd(Utf8JsonWriter json, string name)
    {
        json.WriteStartObject(name);
        json.WriteString("Type", "Succeed");
        json.WriteEndObject();
    }

    // The values come with the input: written into the definition they could be taken for paths and expressions.
    private static void WriteAssigning(Utf8JsonWriter json, string name, string next, IReadOnlyList<string> variables)
    {
        json.WriteStartObject(name);
        json.WriteString("Type", "Pass");
        json.WriteStartObject("Assign");
        foreach (string variable in variables)
            json.WriteString(variable + ".$", $"$.variables['{variable}']");
        json.WriteEndObject();
        json.WriteString("OutputPath", "$.input");
        json.WriteString("Next", next);
        json.WriteEndObject();
    }
}
