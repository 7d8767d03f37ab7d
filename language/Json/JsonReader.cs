using Compiled.Language.Faults;

namespace Compiled.Language.Json;

/// <summary>Reads JSON text into a tree that keeps places, order and duplicate keys, and goes on after an error.</summary>
public static class JsonReader
{
    /// <summary>How deep objects and arrays may stand in each other.</summary>
    public const int MaximumDepth = 256;

    /// <summary>Reads a definition. Never throws; whatever is wrong, also a root that is no object, becomes a fault.</summary>
    public static JsonDocumentTree Read(string text)
    {
        var scanner = new JsonScanner(text);
        JsonNode? root = new JsonParser(scanner).ReadDocument();
        if (root is not null and not ObjectNode)
            scanner.Report(JsonFaults.NotAnObject, root.Span, $"The definition is {root.KindName}; expected an object");
        return new JsonDocumentTree(root, scanner.SortedFaults(), scanner.IsWhole);
    }

    /// <summary>Reads any JSON value, such as an input for a test. Never throws.</summary>
    public static JsonDocumentTree ReadValue(string text)
    {
        var scanner = new JsonScanner(text);
        JsonNode? root = new JsonParser(scanner).ReadDocument();
        return new JsonDocumentTree(root, scanner.SortedFaults(), scanner.IsWhole);
    }
}
