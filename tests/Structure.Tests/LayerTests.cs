using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Structure.Tests;

/// <summary>The one-way street: which project may use which. Arrows point down only.</summary>
public sealed class LayerTests
{
    /// <summary>Project, target, what it may reference in the repository, which packages it may use.</summary>
    public static TheoryData<string, string, string[], string[]> Layers => new()
    {
        { "language/Compiled.Language.csproj", "netstandard2.0", [], [] },
        { "analyzers/Rules/Compiled.Rules.csproj", "netstandard2.0", ["Compiled.Language"], [] },
        { "analyzers/Roslyn/Compiled.Analyzers.csproj", "netstandard2.0", ["Compiled.Language", "Compiled.Rules"], ["Microsoft.CodeAnalysis.CSharp", "Microsoft.CodeAnalysis.Analyzers"] },
        { "analyzers/CodeFixes/Compiled.CodeFixes.csproj", "netstandard2.0", ["Compiled.Language", "Compiled.Rules"], ["Microsoft.CodeAnalysis.CSharp.Workspaces", "Microsoft.CodeAnalysis.Analyzers"] },
        { "generator/Compiled.Generator.csproj", "netstandard2.0", ["Compiled.Language"], ["Microsoft.CodeAnalysis.CSharp", "Microsoft.CodeAnalysis.Analyzers"] },
        // System.Text.Json comes with the framework; the two abstractions are what dependency injection and logging are spoken in.
        { "runtime/Compiled.csproj", "net10.0", [], ["Microsoft.Extensions.DependencyInjection.Abstractions", "Microsoft.Extensions.Logging.Abstractions"] },
        { "hosting/Compilation/Compiled.Compilation.csproj", "net10.0", ["Compiled.Language", "Compiled.Generator", "Compiled"], ["Microsoft.CodeAnalysis.CSharp"] },
        { "hosting/ObjectStore/Compiled.ObjectStore.csproj", "net10.0", ["Compiled"], [] },
        { "hosting/Outside/Compiled.Outside.csproj", "net10.0", ["Compiled"], [] },
        { "hosting/Express/Compiled.Express.csproj", "net10.0", ["Compiled"], ["Microsoft.Extensions.Hosting.Abstractions"] },
        { "hosting/Durable/Compiled.Durable.csproj", "net10.0", ["Compiled"], ["Microsoft.Extensions.DependencyInjection.Abstractions", "Microsoft.Extensions.Diagnostics.HealthChecks", "Microsoft.Extensions.Hosting.Abstractions", "Microsoft.Extensions.Logging.Abstractions"] },
        { "hosting/Sqlite/Compiled.Sqlite.csproj", "net10.0", ["Compiled.Durable", "Compiled"], ["Microsoft.Data.Sqlite"] },
        { "hosting/Events/Compiled.Events.csproj", "net10.0", ["Compiled.Durable", "Compiled"], ["Microsoft.Extensions.Logging.Abstractions"] },
        { "hosting/Validation/Compiled.Validation.csproj", "net10.0", ["Compiled.Language", "Compiled.Rules"], [] },
        { "hosting/TestState/Compiled.TestState.csproj", "net10.0", ["Compiled.Compilation", "Compiled.Validation"], [] },
        { "hosting/Graph/Compiled.Graph.csproj", "net10.0", ["Compiled.Language"], [] },
        { "hosting/Console/Compiled.Console.csproj", "net10.0", ["Compiled.Language", "Compiled.Rules", "Compiled.Durable", "Compiled.Graph"], [] },
        { "hosting/Server/Compiled.Server.csproj", "net10.0", ["Compiled.Compilation", "Compiled.Console", "Compiled.Durable", "Compiled.Events", "Compiled.Outside", "Compiled.Sqlite", "Compiled.TestState", "Compiled.Validation", "Compiled"], ["Microsoft.Data.Sqlite"] },
    };

    [Theory]
    [MemberData(nameof(Layers))]
    public void Project_References_OnlyWhatItsLayerMay(string project, string target, string[] projects, string[] packages)
    {
        XDocument file = XDocument.Load(Path.Combine(Repository.Root, project));

        Assert.Equal(target, file.Descendants("TargetFramework").Single().Value);
        // An Analyzer item is built beside the project and packed with it; its code is not referenced.
        string[] referenced = [.. file.Descendants("ProjectReference")
            .Where(reference => (string?)reference.Attribute("ReferenceOutputAssembly") != "false")
            .Select(reference => Path.GetFileNameWithoutExtension(((string)reference.Attribute("Include")!).Replace('\\', '/')))];
        Assert.Empty(referenced.Except(projects));
        Assert.Empty(file.Descendants("PackageReference").Select(reference => (string)reference.Attribute("Include")!).Except(packages));
    }

    /// <summary>Folders, and what no line of theirs may name, with the reason.</summary>
    public static TheoryData<string, string, string> Forbidden => new()
    {
        { "language", @"Microsoft\.CodeAnalysis|System\.Text\.Json", "the front end runs inside compilers, where neither may be relied on" },
        { "language", @"\bFile\.|\bDirectory\.|DateTime(Offset)?\.(Utc)?Now|Environment\.", "the front end reads text it is given and nothing else" },
        { "analyzers/Rules", @"Microsoft\.CodeAnalysis", "rules run outside Roslyn too" },
        { "analyzers/CodeFixes/Mends", @"Microsoft\.CodeAnalysis", "a mend is text to text, so that a command line can have it too" },
        { "analyzers/CodeFixes/Text", @"Microsoft\.CodeAnalysis", "a mend is text to text, so that a command line can have it too" },
        { "generator/Emit", @"Microsoft\.CodeAnalysis", "the emitter is text to text" },
        { "generator/Emit", @"DateTime(Offset)?\.(Utc)?Now|Environment\.|Guid\.New", "the same input gives the same bytes" },
        { "runtime", @"\bFile\.|\bDirectory\.|\bFileStream\b|DateTime(Offset)?\.(Utc)?Now|Thread\.Sleep", "the runtime's way out is its host" },
        { "runtime", @"System\.Reflection|\bActivator\.", "the runtime is safe to trim" },
    };

    [Theory]
    [MemberData(nameof(Forbidden))]
    public void Folder_Source_NamesNothingThatIsForbiddenThere(string folder, string pattern, string reason)
    {
        var found = Repository.SourceFiles(folder)
            .SelectMany(file => File.ReadLines(file).Select((line, index) => (file, line, index)))
            .Where(row => !row.line.TrimStart().StartsWith("//", StringComparison.Ordinal) && Regex.IsMatch(row.line, pattern))
            .Select(row => $"{Repository.Relative(row.file)}:{row.index + 1}: {row.line.Trim()}")
            .ToArray();

        Assert.True(found.Length == 0, $"{reason}:\n{string.Join('\n', found)}");
    }
}
