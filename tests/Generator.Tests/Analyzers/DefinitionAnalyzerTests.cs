using Compiled.Generator.Tests.Pipeline;
using Microsoft.CodeAnalysis;

namespace Compiled.Generator.Tests.Analyzers;

/// <summary>Faults of definitions as diagnostics: place and severity.</summary>
public sealed class DefinitionAnalyzerTests
{
    private const string Path = "/shop/Order.asl.json";

    private const string UnknownNext = """
        {
          "StartAt": "Pack",
          "States": {
            "Pack": { "Type": "Pass", "Next": "Shp" },
            "Ship": { "Type": "Succeed" }
          }
        }
        """;

    private static readonly TestProject s_project = new TestProject().Definition(Path, UnknownNext);

    [Fact]
    public async Task Fault_OfADefinition_StandsOnTheTextThatIsWrong()
    {
        Diagnosed found = (await Diagnosed.Of(s_project)).First();

        Assert.Equal(("ASL1102", DiagnosticSeverity.Error, Path, "\"Shp\""), (found.Id, found.Severity, found.File, found.Text));
        Assert.Contains("did you mean 'Ship'?", found.Message);
    }

    [Fact]
    public async Task Finding_OfARule_StandsOnTheStepThatLeadsNowhere()
    {
        const string Text = """{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Result": { "total": 1 }, "Next": "B" }, "B": { "Type": "Succeed", "InputPath": "$.totl" } } }""";

        Diagnosed found = Assert.Single(await Diagnosed.Of(new TestProject().Definition(Path, Text)));

        Assert.Equal(("ASL2304", DiagnosticSeverity.Warning, Path, ".totl"), (found.Id, found.Severity, found.File, found.Text));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("{ \"StartAt\": \"A\", \"States\": { \"A\": { \"Type\": \"Pass\", \"End\": true } }")]
    public async Task Fault_AtTheEndOfTheText_HasAPlaceInTheFile(string text)
    {
        IReadOnlyList<Diagnosed> found = await Diagnosed.Of(new TestProject().Definition(Path, text));

        Assert.Contains(found, diagnosed => diagnosed is { Id: "ASL1001", File: Path });
    }

    [Theory]
    [InlineData("warning", DiagnosticSeverity.Warning)]
    [InlineData("suggestion", DiagnosticSeverity.Info)]
    [InlineData("ERROR", DiagnosticSeverity.Error)]
    [InlineData("loud", DiagnosticSeverity.Error)]
    public async Task Severity_ByOurKeyInASectionForTheFile_IsTaken(string word, DiagnosticSeverity severity)
    {
        TestProject project = s_project with { Options = new TestOptions().File(Path, "compiled.ASL1102.severity", word) };

        Assert.Equal(severity, (await Diagnosed.Of(project)).First(diagnosed => diagnosed.Id == "ASL1102").Severity);
    }

    [Fact]
    public async Task Severity_None_SilencesTheFault()
    {
        TestProject project = s_project with { Options = new TestOptions().Global("compiled.asl1102.severity", "none") };

        Assert.DoesNotContain(await Diagnosed.Of(project), diagnosed => diagnosed.Id == "ASL1102");
    }

    [Fact]
    public async Task Severity_OfTheSection_ComesBeforeTheGlobalOne()
    {
        TestOptions options = new TestOptions().Global("compiled.ASL1102.severity", "none").File(Path, "compiled.ASL1102.severity", "warning");

        Assert.Equal(DiagnosticSeverity.Warning, (await Diagnosed.Of(s_project with { Options = options })).First(diagnosed => diagnosed.Id == "ASL1102").Severity);
    }

    [Fact]
    public async Task Type_OfTheMachine_DecidesWhatIsAFault()
    {
        TestProject project = new TestProject().Definition(Path, Samples.Order.Replace("lambda:us-east-1:123456789012:function:ChargeCard", "states:us-east-1:123456789012:activity:ChargeCard"));
        Assert.Empty(await Diagnosed.Of(project));

        // An activity cannot run in an Express machine. FEATURES L-464.
        IReadOnlyList<Diagnosed> express = await Diagnosed.Of(project with { Options = new TestOptions().Metadata(Path, "CompiledType", "Express") });
        Assert.Contains(express, diagnosed => diagnosed.Text.Contains("activity:ChargeCard"));
    }

    [Fact]
    public async Task OtherAdditionalFiles_AreNotRead() => Assert.Empty(await Diagnosed.Of(new TestProject().Definition("/shop/settings.json", "{")));
}
