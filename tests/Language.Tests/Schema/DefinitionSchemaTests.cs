using System.Text.Json;
using Compiled.Language.Schema;

namespace Compiled.Language.Tests.Schema;

/// <summary>The schema of definitions: the file in the repository, and what it accepts and refuses.</summary>
public sealed class DefinitionSchemaTests
{
    [Fact]
    public void File_Content_IsWhatTheWriterMakes()
    {
        string expected = DefinitionSchema.Write();
        string actual = File.ReadAllText(SchemaFile.Path).ReplaceLineEndings("\n");

        Assert.True(expected == actual, "docs/schema/asl.schema.json is not up to date; paste this line:\ndotnet run --project hosting/Cli -- schema --output docs/schema/asl.schema.json");
    }

    [Fact]
    public void Properties_Each_HaveADescription()
    {
        JsonElement definitions = JsonElement.Parse(DefinitionSchema.Write()).GetProperty("definitions");
        var bare = new List<string>();
        int count = 0;
        foreach (JsonProperty definition in definitions.EnumerateObject())
        {
            if (!definition.Value.TryGetProperty("properties", out JsonElement properties))
                continue;
            foreach (JsonProperty property in properties.EnumerateObject())
            {
                count++;
                if (!property.Value.TryGetProperty("description", out JsonElement text) || text.GetString()!.Length < 10)
                    bare.Add($"{definition.Name}: {property.Name}");
            }
        }

        Assert.Empty(bare);
        Assert.True(count > 300, $"{count} properties");
    }

    [Fact]
    public void References_Each_LeadToADefinitionThatIsThere()
    {
        string text = DefinitionSchema.Write();
        JsonElement definitions = JsonElement.Parse(text).GetProperty("definitions");
        string[] names = [.. text.Split("\"#/definitions/").Skip(1).Select(rest => rest[..rest.IndexOf('"', StringComparison.Ordinal)]).Distinct()];

        Assert.Empty(names.Where(name => !definitions.TryGetProperty(name, out _)));
        Assert.Empty(definitions.EnumerateObject().Select(definition => definition.Name).Except(names));
    }

    [Theory]
    [MemberData(nameof(OwnDefinitions))]
    public void Check_OurOwnDefinition_FindsNothing(string file) =>
        Assert.Empty(SchemaFile.Check(File.ReadAllText(Path.Combine(SchemaFile.Root, file))));

    [Theory]
    [MemberData(nameof(SchemaCases.Accepted), MemberType = typeof(SchemaCases))]
    public void Check_RightDefinition_FindsNothing(string id, string definition) =>
        Assert.True(SchemaFile.Check(definition) is [], $"{id}: {string.Join("; ", SchemaFile.Check(definition))}");

    [Theory]
    [MemberData(nameof(SchemaCases.Refused), MemberType = typeof(SchemaCases))]
    public void Check_BrokenDefinition_FindsIt(string id, string definition, string expected) =>
        Assert.Equal((id, expected), (id, string.Join("; ", SchemaFile.Check(definition))));

    public static TheoryData<string> OwnDefinitions()
    {
        string[] folders = [Path.Combine(SchemaFile.Root, "samples"), Path.Combine(SchemaFile.Root, "benchmarks", "Workloads")];
        return [.. folders.SelectMany(folder => Directory.EnumerateFiles(folder, "*.asl.json", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(SchemaFile.Root, file).Replace('\\', '/'))
            .Where(file => !file.Split('/').Any(segment => segment is "bin" or "obj"))
            .Order(StringComparer.Ordinal)];
    }
}
