using System.Reflection;

namespace Package.Tests;

/// <summary>The packages as packed once for all tests, in a folder outside the repository.</summary>
public sealed class PackedPackage : IAsyncLifetime
{
    private readonly string _root = Directory.CreateTempSubdirectory("compiled-package-").FullName;

    /// <summary>The version of the packages.</summary>
    public const string Version = "0.0.1-test";

    /// <summary>A package's file.</summary>
    public string File(string package) => Path.Combine(_root, "source", $"{package}.{Version}.nupkg");

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        await Dotnet.SucceedAsync(
            _root, "pack", Metadata("Packages"), "--no-build", "-c", Metadata("Configuration"), "-o", Path.Combine(_root, "source"), $"-p:PackageVersion={Version}");
        // Packages go to a folder of the test's own, so that no earlier 'Compiled' is found; those it depends on are taken from where they are.
        string existing = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        await System.IO.File.WriteAllTextAsync(Path.Combine(_root, "nuget.config"), $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="{Path.Combine(_root, "packages")}" /></config>
              <fallbackPackageFolders><add key="existing" value="{existing}" /></fallbackPackageFolders>
              <packageSources><add key="packed" value="{Path.Combine(_root, "source")}" /></packageSources>
            </configuration>
            """);
    }

    /// <summary>A new folder beside the packages.</summary>
    public string Folder(string name) => Directory.CreateDirectory(Path.Combine(_root, name)).FullName;

    /// <summary>A new project that uses packages.</summary>
    /// <param name="uses">The packages.</param>
    /// <param name="name">The project's name, also of its folder.</param>
    /// <param name="files">The files of the project, by path, beside the project file.</param>
    public async Task<string> ProjectAsync(string[] uses, string name, params (string Path, string Text)[] files)
    {
        string folder = Folder(name);
        await System.IO.File.WriteAllTextAsync(Path.Combine(folder, name + ".csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <InvariantGlobalization>true</InvariantGlobalization>
                <UseAppHost>false</UseAppHost>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="{string.Join(';', uses)}" Version="{Version}" />
              </ItemGroup>
            </Project>
            """);
        foreach ((string path, string text) in files)
        {
            string file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await System.IO.File.WriteAllTextAsync(file, text);
        }

        return folder;
    }

    /// <inheritdoc/>
    public Task DisposeAsync()
    {
        Directory.Delete(_root, recursive: true);
        return Task.CompletedTask;
    }

    private static string Metadata(string key) =>
        typeof(PackedPackage).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
