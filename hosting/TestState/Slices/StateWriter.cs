using System.Text.Json;
using Compiled.Language.Json;

namespace Compiled.TestState.Slices;

/// <summary>Writes a tested state as it stands, but for where it leads to and what runs inside it.</summary>
internal sealed class StateWriter(Utf8JsonWriter json, SliceNames names)
{
    public void Write(ObjectNode state, bool isJsonata)
    {
        json.WriteStartObject();
        if (isJsonata)
            json.WriteString("QueryLanguage", "JSONata");
        foreach (JsonMember member in state.EffectiveMembers())
        {
            if (member.Name == "QueryLanguage" && isJsonata)
                continue;
            json.WritePropertyName(member.Name);
            switch (member.Name, member.Value)
            {
                case ("Next" or "Default", StringNode target):
                    json.WriteStringValue(names.Target(target.Value));
                    break;
                case ("Choices" or "Catch", ArrayNode items):
                    WriteLeading(items);
                    break;
                case ("Branches", ArrayNode branches):
                    json.WriteStartArray();
                    foreach (JsonNode _ in branches.Items)
                        WriteFlow(null);
                    json.WriteEndArray();
                    break;
                case ("ItemProcessor" or "Iterator", ObjectNode processor):
                    WriteFlow(processor["ProcessorConfig"]);
                    break;
                default:
                    json.WriteRawValue(member.Value.ToCompactJson());
                    break;
            }
        }

        json.WriteEndObject();
    }

    // Rules and catchers name a state on their first level only.
    private void WriteLeading(ArrayNode items)
    {
        json.WriteStartArray();
        foreach (JsonNode item in items.Items)
        {
            json.WriteStartObject();
            foreach (JsonMember member in ((ObjectNode)item).EffectiveMembers())
            {
                json.WritePropertyName(member.Name);
                if (member is { Name: "Next", Value: StringNode target })
                    json.WriteStringValue(names.Target(target.Value));
                else
                    json.WriteRawValue(member.Value.ToCompactJson());
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteFlow(JsonNode? configuration)
    {
        string only = names.New();
        json.WriteStartObject();
        if (configuration is not null)
        {
            json.WritePropertyName("ProcessorConfig");
            json.WriteRawValue(configuration.ToCompactJson());
        }

        json.WriteString("StartAt", only);
        json.WriteStartObject("States");
        StateSlice.WriteEnd(json, only);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
