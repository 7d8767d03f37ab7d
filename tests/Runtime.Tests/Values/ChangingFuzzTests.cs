using System.Text.Json;
using System.Text.Json.Nodes;
using Compiled.Values;
using JsonProperty = Compiled.Values.JsonProperty;
using JsonValue = Compiled.Values.JsonValue;

namespace Compiled.Runtime.Tests.Values;

/// <summary>Random sequences of changes, done to a value and to a JsonNode, which must stay equal.</summary>
public sealed class ChangingFuzzTests
{
    private static readonly string[] s_names = ["a", "b", "c", "order", "customer", "", "q\"x", "å"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Changes_GiveWhatAModelGives(int seed)
    {
        var json = new RandomJson(seed);
        var model = JsonNode.Parse("{}")!;
        JsonValue value = JsonValue.EmptyObject;
        for (int round = 0; round < 2_000; round++)
        {
            JsonValue before = value;
            string text = before.ToString();
            (value, model) = Change(json, value, model);

            Assert.Equal(text, before.ToString());
            Assert.Equal(value.ToUtf8().Length, value.ByteCount);
            Assert.True(JsonNode.DeepEquals(model, value.ToJsonNode()), $"{model.ToJsonString()}\n{value}");
            JsonValue fromModel = JsonValue.FromJsonNode(model);
            Assert.Equal(fromModel, value);
            Assert.Equal(fromModel.GetHashCode(), value.GetHashCode());
            Assert.Equal(value, value.Detach());
            if (value.ByteCount > 1_500)
            {
                (value, model) = (JsonValue.EmptyObject, new JsonObject());
            }
        }
    }

    [Theory]
    [InlineData(5)]
    [InlineData(6)]
    public void Members_SetWhileWriting_AreThoseOfTheChangedValue(int seed)
    {
        var json = new RandomJson(seed);
        var buffer = new JsonBuffer();
        for (int round = 0; round < 5_000; round++)
        {
            JsonValue origin = JsonValue.Parse(json.Next());
            if (!origin.IsObject)
                continue;
            if (json.Random.Next(4) == 0)
                origin = origin.With("built", 1);
            JsonProperty[] changes = [.. Enumerable.Range(0, json.Random.Next(4)).Select(_ => new JsonProperty(Key.Of(Name(json.Random, origin)), NewPart(json, origin).Value))];

            buffer.Clear();
            buffer.With(origin, changes);

            Assert.Equal(origin.With(changes).ToString(), System.Text.Encoding.UTF8.GetString(buffer.Written));
        }
    }

    // One that is there, as often as not.
    private static string Name(Random random, JsonValue origin)
    {
        List<string> names = [.. s_names];
        foreach ((Key key, _) in origin.Members())
            names.Add(key.Name);
        return names[random.Next(names.Count)];
    }

    private static (JsonValue Value, JsonNode Model) Change(RandomJson json, JsonValue value, JsonNode model)
    {
        Random random = json.Random;
        string name = s_names[random.Next(s_names.Length)];
        if (model is JsonArray array)
        {
            int index = random.Next(array.Count + 1);
            if (index == array.Count)
            {
                // Ends the array: its first element, or an object around it.
                return array.Count > 0 && array[0] is JsonObject first
                    ? (value[0], first.DeepClone())
                    : (JsonValue.Object(new JsonProperty(Key.Of(name), value)), new JsonObject { [name] = array });
            }

            (JsonValue item, JsonNode? node) = NewPart(json, value);
            array[index] = node;
            return (value.WithItem(index, item), array);
        }

        var members = (JsonObject)model;
        switch (random.Next(10))
        {
            case 0:
                members.Remove(name);
                return (value.Without(name), members);
            case 1:
                return (JsonValue.Array(value, 1, "x"), new JsonArray(members, 1, "x"));
            case 2:
                return (JsonValue.Parse(value.ToUtf8()), members);
            case 3 when members[name] is JsonObject or JsonArray:
                return (value.Get(name), members[name]!.DeepClone());
            default:
                (JsonValue part, JsonNode? partNode) = NewPart(json, value);
                members[name] = partNode;
                return (random.Next(2) == 0 ? value.With(name, part) : value.With(Key.Of(name), part), members);
        }
    }

    private static (JsonValue Value, JsonNode? Model) NewPart(RandomJson json, JsonValue whole)
    {
        switch (json.Random.Next(4))
        {
            case 0:
                return NewNumber(json.Random);
            case 1:
                foreach (JsonMember member in whole.Members())
                {
                    return (member.Value, member.Value.ToJsonNode());
                }

                return (JsonValue.Null, null);
            default:
                byte[] text = NextWithoutExtremes(json);
                JsonValue read = JsonValue.Parse(text);
                return (read, JsonNode.Parse(read.ToUtf8(), documentOptions: new JsonDocumentOptions { MaxDepth = JsonValue.MaxDepth }));
        }
    }

    private static (JsonValue Value, JsonNode? Model) NewNumber(Random random)
    {
        double number = random.Next(1_000_000) / 1000.0;
        return (number, number);
    }

    // The model has no number for these.
    private static byte[] NextWithoutExtremes(RandomJson json)
    {
        while (true)
        {
            byte[] text = json.Next();
            if (text.AsSpan().IndexOf("e400"u8) < 0)
            {
                return text;
            }
        }
    }
}
