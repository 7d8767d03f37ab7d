using System.Text.Json;

namespace Compiled.Language.Tests.Schema;

/// <summary>The repository's schema and definitions.</summary>
internal static class SchemaFile
{
    public static string Root { get; } = FindRoot();

    public static string Path => System.IO.Path.Combine(Root, "docs", "schema", "asl.schema.json");

    public static SchemaValidator Validator { get; } = new(JsonElement.Parse(Language.Schema.DefinitionSchema.Write()));

    /// <summary>Where and how a definition breaks the schema.</summary>
    public static IReadOnlyList<string> Check(string definition) => Validator.Check(JsonElement.Parse(definition));

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Compiled.sln")))
                return folder.FullName;
        }
        throw new InvalidOperationException("No folder above the tests holds Compiled.sln.");
    }
}
