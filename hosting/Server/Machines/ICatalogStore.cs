namespace Compiled.Server.Machines;

/// <summary>Where the catalog is kept.</summary>
internal interface ICatalogStore : IDisposable
{
    /// <summary>All that is kept: the kind and the JSON of each entry by its ARN.</summary>
    IReadOnlyList<CatalogEntry> Load();

    /// <summary>Writes entries and deletes those without JSON: all of them or, when it throws, none.</summary>
    void Write(IReadOnlyList<CatalogEntry> changes);
}
