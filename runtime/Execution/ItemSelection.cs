using System.Globalization;
using System.Text;
using Compiled.History;
using Compiled.MapRuns;
using Compiled.Values;

namespace Compiled.Execution;

/// <summary>
/// The <c>ItemSelector</c> of a Map Run, evaluated on a copy of the frame. Items are read while the execution goes on elsewhere and are read again
/// after a crash, so that neither its randomness nor its counters may be touched: each item has randomness of its own.
/// </summary>
internal sealed class ItemSelection<THistory>(Frame<THistory> copy, int state, ulong seed) : IItemSelector
    where THistory : struct, IHistory
{
    public JsonValue Select(in MapItem item, int index, ref Fault? fault)
    {
        Span<byte> hash = stackalloc byte[32];
        SeededRandom.Derive(seed, Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"item:{index}")), hash);
        copy.Run.Reseed(BitConverter.ToUInt64(hash));
        copy.Origin = new ItemOrigin(item.Key, item.Source);
        return copy.InputOf(state, item.Value, index, ref fault);
    }
}
