namespace Package.Tests;

/// <summary>The tests that share what was packed.</summary>
[CollectionDefinition("Packages")]
public sealed class Packages : ICollectionFixture<PackedPackage>;
