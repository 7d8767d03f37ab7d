using System.Runtime.CompilerServices;
using Compiled.MapRuns.Objects;
using Compiled.Values;

namespace Compiled.MapRuns.Readers;

/// <summary>The items of a Map Run, one after the other, from wherever they are. FEATURES L-303 to L-311.</summary>
internal static class ItemSource
{
    /// <summary>Reads the items; the source is read as they are taken.</summary>
    public static IAsyncEnumerable<MapItem> ReadAsync(MapRunSettings settings, IObjectStore? store, CancellationToken cancellationToken)
    {
        if (settings.Reader is not { } reader)
            return OfState(settings.Items);
        if (store is null)
            throw Failures.Reader("No object store is set; ExecutionOptions.ObjectStore gives one.");
        IAsyncEnumerable<MapItem> items = reader.Lists ? ObjectListing.ReadAsync(reader, store, cancellationToken) : ObjectItems.ReadAsync(reader, store, cancellationToken);
        return reader.MaxItems > 0 ? FirstAsync(items, reader.MaxItems, cancellationToken) : items;
    }

    /// <summary>How many items there are at most; null where that is not known before all are read.</summary>
    public static long? MostItems(MapRunSettings settings)
        => settings.Reader is not { } reader ? settings.Items.Count : reader.MaxItems > 0 ? reader.MaxItems : null;

#pragma warning disable CS1998 // One form for all sources: this one has nothing to wait for.
    private static async IAsyncEnumerable<MapItem> OfState(JsonValue items)
#pragma warning restore CS1998
    {
        if (items.IsObject)
        {
            for (MemberEnumerator members = items.Members(); members.MoveNext();)
                yield return new MapItem(members.Current.Value, members.Current.Key.Name, MapItem.StateData);
            yield break;
        }

        for (ItemEnumerator each = items.Items(); each.MoveNext();)
            yield return new MapItem(each.Current, null, MapItem.StateData);
    }

    private static async IAsyncEnumerable<MapItem> FirstAsync(IAsyncEnumerable<MapItem> items, int most, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        int left = most;
        await foreach (MapItem item in items.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            yield return item;
            if (--left == 0)
                yield break;
        }
    }
}
