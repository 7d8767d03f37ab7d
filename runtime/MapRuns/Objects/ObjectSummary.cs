namespace Compiled.MapRuns.Objects;

/// <summary>An object as a list shows it.</summary>
/// <param name="Key">The key, with its prefix.</param>
/// <param name="Size">The bytes.</param>
/// <param name="ETag">What changes with the content, with the quotes around it.</param>
/// <param name="LastModified">When it was written.</param>
/// <param name="StorageClass">How it is kept; <c>STANDARD</c> unless the store knows others.</param>
public sealed record ObjectSummary(string Key, long Size, string ETag, DateTimeOffset LastModified, string StorageClass = "STANDARD");
