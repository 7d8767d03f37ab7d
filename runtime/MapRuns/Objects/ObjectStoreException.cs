namespace Compiled.MapRuns.Objects;

/// <summary>An object store could not do what it was asked for; the message becomes the cause of the Map's error.</summary>
public sealed class ObjectStoreException : Exception
{
    /// <summary>Says what went wrong with which bucket or object.</summary>
    public ObjectStoreException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>The bucket is not there.</summary>
    public static ObjectStoreException NoBucket(string bucket) => new($"The bucket '{bucket}' does not exist.");

    /// <summary>The object is not there.</summary>
    public static ObjectStoreException NoObject(string bucket, string key) => new($"The object '{key}' does not exist in the bucket '{bucket}'.");
}
