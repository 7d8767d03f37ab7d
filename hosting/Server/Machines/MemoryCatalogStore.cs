namespace Compiled.Server.Machines;

/// <summary>A catalog that nobody keeps, for servers without a data folder.</summary>
internal sealed class MemoryCatalogStore : ICatalogStore
{
    private readonly Dictionary<string, CatalogEntry> _entries = new(StringComparer.Ordinal);

    public IReadOnlyList<CatalogEntry> Load() => [.. _entries.Values];

    public void Write(IReadOnlyList<CatalogEntry> changes)
    {
        foreach (CatalogEntry change in changes)
        {
            if (change.Json is null)
                _entries.Remove(change.Arn);
            else
                _entries[change.Arn] = change;
        }
    }

    public void Dispose()
    {
    }
}
