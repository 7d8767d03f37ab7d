using System.Text.Json;
using Compiled.Language.Binding;
using LanguageType = Compiled.Language.Binding.MachineType;

namespace Compiled.Server.Machines;

/// <summary>The parts of answers that describe a machine's definition and settings.</summary>
internal static class MachineText
{
    /// <summary>The definition, or that of the processor of the distributed Map with a label; null when the machine has no such Map.</summary>
    public static string? DefinitionOf(Workflow workflow, string definition, string? label)
    {
        if (label is null)
            return definition;
        IReadOnlyList<StateInfo> states = workflow.Machine.States;
        for (int state = 0; state < states.Count; state++)
        {
            if (states[state].Processor?.Label == label)
                return workflow.Machine.ChildOf(state).Definition;
        }

        return null;
    }

    /// <summary>Writes logging, tracing and encryption.</summary>
    public static void WriteSettings(Utf8JsonWriter writer, MachineSettings settings)
    {
        settings.Logging.Write(writer);
        TracingSettings.Write(writer, settings.IsTracing);
        settings.Encryption.Write(writer);
    }

    /// <summary>Writes which variables each state reads, where one does. FEATURES L-082.</summary>
    public static void WriteVariableReferences(Utf8JsonWriter writer, string definition, bool isExpress)
    {
        if (MachineBinder.Bind(definition, isExpress ? LanguageType.Express : LanguageType.Standard).Machine is not { } machine)
            return;
        List<(string Name, IEnumerable<string> Variables)> reading =
        [
            .. machine.States.Select(static state => (state.Name, Variables: VariableReferences.Of(state)))
                .Where(static state => state.Variables.Count > 0)
                .Select(static state => (state.Name, state.Variables.Order(StringComparer.Ordinal).AsEnumerable())),
        ];
        if (reading.Count == 0)
            return;
        writer.WriteStartObject("variableReferences");
        foreach ((string name, IEnumerable<string> variables) in reading)
        {
            writer.WriteStartArray(name);
            foreach (string variable in variables)
                writer.WriteStringValue(variable);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }
}
