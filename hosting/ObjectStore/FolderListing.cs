using System.Globalization;
using Compiled.MapRuns.Objects;

namespace Compiled.ObjectStore;

/// <summary>
/// The objects of a bucket in the order of their keys. Folders are gone through in that order too, so that nothing more is held than the names of
/// the folders on the way, and those without a wanted key are passed over.
/// </summary>
internal sealed class FolderListing(string bucket, string prefix, string? after)
{
    public IEnumerable<ObjectSummary> Objects(CancellationToken cancellationToken) => In(new DirectoryInfo(bucket), "", cancellationToken);

    private IEnumerable<ObjectSummary> In(DirectoryInfo folder, string start, CancellationToken cancellationToken)
    {
        // A folder stands where its keys do: 'a/b' comes after 'a-b' and before 'a0'.
        foreach ((string key, FileSystemInfo entry) in folder.EnumerateFileSystemInfos()
            .Where(static entry => !ObjectPath.IsLink(entry))
            .Select(entry => (Key: start + entry.Name + (entry is DirectoryInfo ? "/" : ""), Entry: entry))
            .OrderBy(static each => each.Key, ObjectOrder.Keys))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (entry is DirectoryInfo inner)
            {
                if (!MayHold(key))
                    continue;
                foreach (ObjectSummary found in In(inner, key, cancellationToken))
                    yield return found;
            }
            else if (key.StartsWith(prefix, StringComparison.Ordinal) && (after is null || ObjectOrder.Keys.Compare(key, after) > 0))
            {
                yield return Describe(key, (FileInfo)entry);
            }
        }
    }

    private bool MayHold(string folder)
    {
        bool mayMatch = folder.StartsWith(prefix, StringComparison.Ordinal) || prefix.StartsWith(folder, StringComparison.Ordinal);
        // All keys in a folder come before 'after' unless that stands in it or before it.
        return mayMatch && (after is null || after.StartsWith(folder, StringComparison.Ordinal) || ObjectOrder.Keys.Compare(folder, after) > 0);
    }

    private static ObjectSummary Describe(string key, FileInfo file)
    {
        string tag = string.Create(CultureInfo.InvariantCulture, $"\"{file.LastWriteTimeUtc.Ticks:x}-{file.Length:x}\"");
        return new ObjectSummary(key, file.Length, tag, new DateTimeOffset(file.LastWriteTimeUtc, TimeSpan.Zero));
    }
}
