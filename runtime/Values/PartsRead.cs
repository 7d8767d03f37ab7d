namespace Compiled.Values;

/// <summary>What was read of a text by a <see cref="Projection"/>.</summary>
/// <param name="Document">Where the parts are; null when none was found.</param>
/// <param name="Depth">How deep what was kept nests in the text.</param>
/// <param name="Items">
/// Of arrays of objects that were read in parts: each the number of its elements and behind it, element by element, the row of each part, or -1. Null where there are
/// none.
/// </param>
internal readonly record struct PartsRead(Document? Document, int Depth, int[]? Items);
