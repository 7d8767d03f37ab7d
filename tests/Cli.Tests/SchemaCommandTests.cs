using Compiled.Language.Schema;

namespace Cli.Tests;

public sealed class SchemaCommandTests
{
    [Fact]
    public async Task Schema_WithoutOptions_PrintsTheSchemaAndNothingElse()
    {
        using CliRun run = new();
        Assert.Equal((0, DefinitionSchema.Write(), ""), (await run.RunAsync(["schema"]), run.Output, run.Error));
    }

    [Fact]
    public async Task Schema_ToAFile_WritesNothingElse()
    {
        using CliRun run = new();
        string file = Path.Combine(run.Folder, "asl.schema.json");
        Assert.Equal(0, await run.RunAsync(["schema", "--output", file]));
        Assert.Equal((DefinitionSchema.Write(), "", ""), (await File.ReadAllTextAsync(file), run.Output, run.Error));
    }
}
