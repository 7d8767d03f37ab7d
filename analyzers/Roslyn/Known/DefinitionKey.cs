using System.Collections.Immutable;
using Compiled.Language.Binding;
using Microsoft.CodeAnalysis.Text;

namespace Compiled.Analyzers;

/// <summary>What a definition's faults follow from: its characters, by their hash, and its type.</summary>
/// <param name="First">Half of the 128 bits of the hash.</param>
/// <param name="Second">The other half.</param>
/// <param name="Length">How many characters there are.</param>
/// <param name="Type">The type.</param>
internal readonly record struct DefinitionKey(ulong First, ulong Second, int Length, MachineType Type)
{
    /// <summary>The key of a text. The hash is that of the characters, whatever the file's encoding; the text keeps it.</summary>
    public static DefinitionKey Of(SourceText text, MachineType type)
    {
        ImmutableArray<byte> hash = text.GetContentHash();
        return new(Half(hash, 0), Half(hash, 8), text.Length, type);
    }

    private static ulong Half(ImmutableArray<byte> hash, int start)
    {
        ulong half = 0;
        for (int i = start; i < start + 8; i++)
            half = (half << 8) | hash[i];
        return half;
    }
}
