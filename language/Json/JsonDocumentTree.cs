using Compiled.Language.Faults;

namespace Compiled.Language.Json;

/// <summary>What the reader made of a definition's text.</summary>
public sealed class JsonDocumentTree
{
    internal JsonDocumentTree(JsonNode? root, IReadOnlyList<Fault> faults, bool isWhole)
    {
        Root = root;
        Faults = faults;
        IsWhole = isWhole;
    }

    /// <summary>The tree, as good as the text allows; null where the text holds no value at all.</summary>
    public JsonNode? Root { get; }

    /// <summary>What is wrong with the text, in the order of the text.</summary>
    public IReadOnlyList<Fault> Faults { get; }

    /// <summary>Whether the tree has all that the text says: what is wrong with it, such as comments, hides nothing.</summary>
    public bool IsWhole { get; }
}
