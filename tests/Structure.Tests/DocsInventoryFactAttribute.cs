namespace Structure.Tests;

/// <summary>A test that reads the feature inventory, which stands beside the repository where it was written; elsewhere it is skipped by name.</summary>
internal sealed class DocsInventoryFactAttribute : FactAttribute
{
    public DocsInventoryFactAttribute()
    {
        if (!File.Exists(Inventory))
            Skip = "The feature inventory ../shared/FEATURES.md is not here.";
    }

    public static string Inventory { get; } = Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "FEATURES.md"));
}
