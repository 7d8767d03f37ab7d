using Compiled.Values;

namespace Compiled.MapRuns;

/// <summary>The <c>ItemSelector</c> of a Map state, cut off from the execution: it may be asked while the execution goes on.</summary>
internal interface IItemSelector
{
    /// <summary>What a child execution is given of an item. One thread at a time; the same item and index give the same.</summary>
    JsonValue Select(in MapItem item, int index, ref Fault? fault);
}
