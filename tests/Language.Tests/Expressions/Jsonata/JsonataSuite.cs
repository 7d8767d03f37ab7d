using Compiled.Language.Json;
using Compiled.Language.Tests.Binding;

namespace Compiled.Language.Tests.Expressions.Jsonata;

/// <summary>Reads the expressions of the official suite, which is not part of the repository.</summary>
internal static class JsonataSuite
{
    public static IEnumerable<(string Id, string Text, string? Code)> Cases()
    {
        string folder = Path.Combine(SharedFolder.Conformance!, "jsonata", "groups");
        foreach (string file in Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            // Our own reader, since some expressions hold half of a surrogate pair.
            var group = (ObjectNode)JsonReader.Read(File.ReadAllText(file)).Root!;
            foreach (ObjectNode entry in ((ArrayNode)group["cases"]!).Items.Cast<ObjectNode>())
                yield return (((StringNode)entry["id"]!).Value, ((StringNode)entry["expr"]!).Value, (entry["code"] as StringNode)?.Value);
        }
    }
}
