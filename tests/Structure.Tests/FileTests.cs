using System.Text.RegularExpressions;

namespace Structure.Tests;

/// <summary>What a file may be: short, and free of the machine it was written on.</summary>
public sealed class FileTests
{
    [Fact]
    public void SourceFile_Length_IsUnder400Lines()
    {
        string[] long_ = [.. Repository.SourceFiles().Select(file => (File: file, Lines: File.ReadLines(file).Count())).Where(row => row.Lines > 400)
            .Select(row => $"{Repository.Relative(row.File)}: {row.Lines}")];

        Assert.Empty(long_);
    }

    [Fact]
    public void Readme_Length_IsAtMost150Lines() => Assert.InRange(File.ReadLines(Path.Combine(Repository.Root, "README.md")).Count(), 1, 150);

    [Fact]
    public void SourceFile_Content_LeavesNothingOpen()
    {
        // The words are put together here so that this file doesn't find itself.
        string pattern = string.Join('|', "Not" + "ImplementedException", "TO" + "DO", "FIX" + "ME", "HA" + "CK");
        string[] open = [.. Repository.SourceFiles().Where(file => Regex.IsMatch(File.ReadAllText(file), $@"\b({pattern})\b")).Select(Repository.Relative)];

        Assert.Empty(open);
    }

    [Fact]
    public void PublicTypes_File_HasTheNameOfItsType()
    {
        string[] wrong = [.. Repository.SourceFiles("language", "generator", "analyzers", "runtime", "hosting")
            .Where(file => !Path.GetFileName(file).EndsWith("Program.cs", StringComparison.Ordinal))
            .Where(file => Regex.Matches(File.ReadAllText(file), @"^public (?:abstract |sealed |static |readonly |partial |ref )*(?:class|struct|record struct|record|interface|enum) (\w+)", RegexOptions.Multiline)
                .Any(type => Path.GetFileName(file).Split('.', '{')[0] != type.Groups[1].Value))
            .Select(Repository.Relative)];

        Assert.Empty(wrong);
    }
}
