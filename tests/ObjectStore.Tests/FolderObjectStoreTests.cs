using System.Text;
using Compiled.MapRuns.Objects;

namespace Compiled.ObjectStore.Tests;

/// <summary>A folder as an object store. FEATURES L-321.</summary>
public sealed class FolderObjectStoreTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("objects").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public async Task CreateAsync_Completed_CanBeReadAndIsListed()
    {
        FolderObjectStore store = Store("b");

        await PutAsync(store, "b", "in/a.json", "[1]");

        Assert.Equal("[1]", await TextAsync(store, "b", "in/a.json"));
        ObjectSummary listed = Assert.Single((await store.ListAsync("b", "")).Objects);
        Assert.Equal(("in/a.json", 3, "STANDARD"), (listed.Key, listed.Size, listed.StorageClass));
        Assert.Matches("^\"[0-9a-f]+-3\"$", listed.ETag);
        Assert.Equal(File.GetLastWriteTimeUtc(Path.Combine(_root, "b", "in", "a.json")), listed.LastModified.UtcDateTime);
    }

    [Fact]
    public async Task CreateAsync_OfAnObjectThatIsThere_ReplacesItOnlyWhenComplete()
    {
        FolderObjectStore store = Store("b");
        await PutAsync(store, "b", "k", "old");

        await using (ObjectUpload upload = await store.CreateAsync("b", "k"))
        {
            await upload.Content.WriteAsync("new"u8.ToArray());
            await upload.Content.FlushAsync();
            Assert.Equal("old", await TextAsync(store, "b", "k"));
            await upload.CompleteAsync();
        }

        Assert.Equal("new", await TextAsync(store, "b", "k"));
    }

    [Fact]
    public async Task CreateAsync_NotCompleted_LeavesNothing()
    {
        FolderObjectStore store = Store("b");

        await using (ObjectUpload upload = await store.CreateAsync("b", "k"))
            await upload.Content.WriteAsync("half"u8.ToArray());

        Assert.Empty((await store.ListAsync("b", "")).Objects);
        Assert.Empty(Directory.EnumerateFiles(_root, "*", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData("../b2/k")]
    [InlineData("a/../../k")]
    [InlineData("/k")]
    [InlineData("a//k")]
    [InlineData("a/")]
    [InlineData("a/./k")]
    [InlineData("a\\..\\k")]
    [InlineData("")]
    public async Task Key_ThatIsNoPathOfNames_IsRefused(string key)
    {
        FolderObjectStore store = Store("b", "b2");

        await Assert.ThrowsAsync<ObjectStoreException>(() => store.OpenReadAsync("b", key).AsTask());
        await Assert.ThrowsAsync<ObjectStoreException>(() => store.CreateAsync("b", key).AsTask());
    }

    [Theory]
    [InlineData("..")]
    [InlineData(".uploads")]
    [InlineData("a/b")]
    [InlineData("")]
    public async Task Bucket_ThatIsNoName_IsRefused(string bucket)
    {
        FolderObjectStore store = Store("b");
        Directory.CreateDirectory(Path.Combine(_root, ".uploads"));

        ObjectStoreException exception = await Assert.ThrowsAsync<ObjectStoreException>(() => store.ListAsync(bucket, "").AsTask());

        Assert.Equal($"'{bucket}' is no name of a bucket.", exception.Message);
    }

    [Fact]
    public async Task SymbolicLink_IsNeitherFollowedNorListed()
    {
        FolderObjectStore store = Store("b");
        string outside = Directory.CreateTempSubdirectory("outside").FullName;
        try
        {
            await File.WriteAllTextAsync(Path.Combine(outside, "secret"), "s");
            Directory.CreateSymbolicLink(Path.Combine(_root, "b", "out"), outside);
            File.CreateSymbolicLink(Path.Combine(_root, "b", "file"), Path.Combine(outside, "secret"));
            Directory.CreateSymbolicLink(Path.Combine(_root, "linked"), outside);

            await Assert.ThrowsAsync<ObjectStoreException>(() => store.OpenReadAsync("b", "out/secret").AsTask());
            await Assert.ThrowsAsync<ObjectStoreException>(() => store.OpenReadAsync("b", "file").AsTask());
            await Assert.ThrowsAsync<ObjectStoreException>(() => store.CreateAsync("b", "out/new").AsTask());
            await Assert.ThrowsAsync<ObjectStoreException>(() => store.ListAsync("linked", "").AsTask());
            Assert.Empty((await store.ListAsync("b", "")).Objects);
        }
        finally
        {
            Directory.Delete(outside, recursive: true);
        }
    }

    [Fact]
    public async Task Missing_BucketOrObject_IsToldByName()
    {
        FolderObjectStore store = Store("b");

        ObjectStoreException noObject = await Assert.ThrowsAsync<ObjectStoreException>(() => store.OpenReadAsync("b", "k").AsTask());
        ObjectStoreException noBucket = await Assert.ThrowsAsync<ObjectStoreException>(() => store.OpenReadAsync("c", "k").AsTask());

        Assert.Equal("The object 'k' does not exist in the bucket 'b'.", noObject.Message);
        Assert.Equal("The bucket 'c' does not exist.", noBucket.Message);
        Assert.Throws<DirectoryNotFoundException>(() => new FolderObjectStore(Path.Combine(_root, "none")));
    }

    /// <summary>S3 lists keys by their bytes, in which a folder's slash comes after '-' and '.' and before digits.</summary>
    [Theory]
    [InlineData("", "a-b,a.b,a/b,a/c/d,a0,b,ä,Ａ,😀")]
    [InlineData("a", "a-b,a.b,a/b,a/c/d,a0")]
    [InlineData("a/", "a/b,a/c/d")]
    [InlineData("a/c", "a/c/d")]
    [InlineData("x", "")]
    public async Task ListAsync_Keys_AreInTheOrderOfTheirBytesPageByPage(string prefix, string expected)
    {
        FolderObjectStore store = new(_root) { PageSize = 2 };
        Directory.CreateDirectory(Path.Combine(_root, "b"));
        foreach (string key in (string[])["a/c/d", "a0", "a-b", "😀", "a/b", "b", "Ａ", "a.b", "ä"])
            await PutAsync(store, "b", key, key);

        List<string> keys = [];
        ObjectPage page;
        do
        {
            page = await store.ListAsync("b", prefix, keys.Count == 0 ? null : keys[^1]);
            Assert.True(page.Objects.Count <= 2);
            keys.AddRange(page.Objects.Select(each => each.Key));
        }
        while (page.HasMore);

        Assert.Equal(expected, string.Join(',', keys));
    }

    private FolderObjectStore Store(params string[] buckets)
    {
        foreach (string bucket in buckets)
            Directory.CreateDirectory(Path.Combine(_root, bucket));
        return new FolderObjectStore(_root);
    }

    private static async Task PutAsync(FolderObjectStore store, string bucket, string key, string text)
    {
        await using ObjectUpload upload = await store.CreateAsync(bucket, key);
        await upload.Content.WriteAsync(Encoding.UTF8.GetBytes(text));
        await upload.CompleteAsync();
    }

    private static async Task<string> TextAsync(FolderObjectStore store, string bucket, string key)
    {
        await using Stream stream = await store.OpenReadAsync(bucket, key);
        using StreamReader reader = new(stream);
        return await reader.ReadToEndAsync();
    }
}
