namespace Compiled.Benchmarks.Durable;

/// <summary>A folder for a journal that is gone afterwards.</summary>
internal static class Folder
{
    public static async Task<T> InAsync<T>(Func<string, Task<T>> measure)
    {
        string folder = Directory.CreateTempSubdirectory("compiled-durable-").FullName;
        try
        {
            return await measure(Path.Combine(folder, "journal.db"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
