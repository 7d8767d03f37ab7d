using Compiled.MapRuns.Objects;

namespace Compiled.ObjectStore;

/// <summary>Where the objects of a bucket are in the file system; what would lead out of the bucket is refused.</summary>
internal sealed class ObjectPath
{
    private static readonly char[] s_notInNames = ['/', '\\', '\0', ':'];

    private readonly string _bucket;

    /// <exception cref="ObjectStoreException">The bucket does not exist or its name is none.</exception>
    public ObjectPath(string root, string bucket)
    {
        _bucket = bucket;
        if (bucket.Length == 0 || bucket[0] == '.' || bucket.IndexOfAny(s_notInNames) >= 0)
            throw new ObjectStoreException($"'{bucket}' is no name of a bucket.");
        Bucket = Path.Combine(root, bucket);
        if (!Directory.Exists(Bucket))
            throw ObjectStoreException.NoBucket(bucket);
        RefuseLink(Bucket);
    }

    /// <summary>The bucket's folder.</summary>
    public string Bucket { get; }

    /// <summary>The file of a key, whether it exists or not.</summary>
    /// <exception cref="ObjectStoreException">The key is no path of names, or leads through a link.</exception>
    public string Of(string key)
    {
        string path = Bucket;
        foreach (string name in key.Split('/'))
        {
            if (name.Length == 0 || name is "." or ".." || name.IndexOfAny(s_notInNames) >= 0)
                throw new ObjectStoreException($"The key '{key}' can't be kept in a folder: its parts between slashes must be names.");
            path = Path.Combine(path, name);
            RefuseLink(path);
        }

        return path;
    }

    /// <summary>Whether a file or folder is only a link to another.</summary>
    public static bool IsLink(FileSystemInfo entry) => entry.LinkTarget is not null;

    private void RefuseLink(string path)
    {
        // A link to nowhere exists as neither, and must be refused too before something is written through it.
        if (IsLink(new FileInfo(path)))
            throw new ObjectStoreException($"'{Path.GetFileName(path)}' in the bucket '{_bucket}' is a symbolic link, which is not followed.");
    }
}
