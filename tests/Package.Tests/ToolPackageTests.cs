namespace Package.Tests;

/// <summary>The command line as a tool that a user installs.</summary>
[Collection("Packages")]
public sealed class ToolPackageTests(PackedPackage package)
{
    private const string Order = """{ "StartAt": "Greet", "States": { "Greet": { "Type": "Pass", "Parameters": { "text.$": "States.Format('Hello {}', $.name)" }, "End": true } } }""";

    [Fact]
    public async Task Tool_InstalledByItsName_CompilesAndRunsADefinition()
    {
        string folder = package.Folder("Tool");
        await File.WriteAllTextAsync(Path.Combine(folder, "Greet.asl.json"), Order);
        await File.WriteAllTextAsync(Path.Combine(folder, "input.json"), """{"name":"Mara"}""");

        await Dotnet.SucceedAsync(folder, "tool", "install", "Compiled.Cli", "--tool-path", "tools", "--version", PackedPackage.Version);
        string output = await Dotnet.SucceedAsync(folder, Directory.GetFiles(Path.Combine(folder, "tools"), "compiled-cli.dll", SearchOption.AllDirectories).Single(), "run", "Greet.asl.json", "--input", "input.json");

        Assert.Equal("""{"text":"Hello Mara"}""", output.Trim());
        Assert.Single(Directory.GetFiles(Path.Combine(folder, "tools"), "compiled*"));
    }
}
