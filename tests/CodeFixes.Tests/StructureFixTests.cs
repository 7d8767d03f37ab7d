using Compiled.Language.Faults;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Compiled.CodeFixes.Tests;

/// <summary>Fixes that add, remove or move members: layout, commas, line breaks and comments stay.</summary>
public sealed class StructureFixTests
{
    private const string TwoStates = """
        {
          "StartAt": "A",
          "States": {
            "A": {
              "Type": "Pass"
            },
            "B": {
              "Type": "Succeed"
            }
          }
        }
        """;

    [Fact]
    public async Task MissingEnd_BeforeAStateThatNothingLeadsTo_GetsNextFirst()
    {
        FixProject project = new(TwoStates);

        Assert.Equal(["Add '\"Next\": \"B\"'", "Add '\"End\": true'"], await project.Titles(FlowFaults.MissingNextOrEnd));
        FixProject after = await project.Fix(FlowFaults.MissingNextOrEnd);
        Assert.Equal(TwoStates.Replace("\"Pass\"", "\"Pass\",\n      \"Next\": \"B\""), after.Definition);
        Assert.Empty(after.Faults());
    }

    [Theory]
    [InlineData("""{"StartAt":"A","States":{"A":{"Type":"Pass"}}}""", """{"StartAt":"A","States":{"A":{"Type":"Pass","End":true}}}""")]
    [InlineData("""{ "StartAt": "A", "States": { "A": { "Type": "Pass" } } }""", """{ "StartAt": "A", "States": { "A": { "Type": "Pass", "End": true } } }""")]
    [InlineData("{\r\n\t\"StartAt\": \"A\",\r\n\t\"States\": {\r\n\t\t\"A\": {\r\n\t\t\t\"Type\" : \"Pass\"\r\n\t\t}\r\n\t}\r\n}\r\n", "{\r\n\t\"StartAt\": \"A\",\r\n\t\"States\": {\r\n\t\t\"A\": {\r\n\t\t\t\"Type\" : \"Pass\",\r\n\t\t\t\"End\" : true\r\n\t\t}\r\n\t}\r\n}\r\n")]
    public async Task MissingEnd_InTheLastState_GetsEndInTheFilesLayout(string before, string expected)
    {
        FixProject project = new(before);

        Assert.Equal(["Add '\"End\": true'"], await project.Titles(FlowFaults.MissingNextOrEnd));
        FixProject after = await project.Fix(FlowFaults.MissingNextOrEnd);
        Assert.Equal(expected, after.Definition);
        Assert.Empty(after.Faults());
    }

    [Fact]
    public async Task MissingEnd_OfTheOnlyStateThatCanEnd_GetsNoNext()
    {
        FixProject project = new("""
            { "StartAt": "A", "States": { "A": { "Type": "Pass" }, "B": { "Type": "Wait", "Seconds": 1, "Next": "A" } } }
            """);

        Assert.Equal(["Add '\"End\": true'"], await project.Titles(FlowFaults.MissingNextOrEnd));
    }

    [Fact]
    public async Task MissingDefault_GetsAFailStateBehindTheChoice()
    {
        FixProject project = new("""
            {
              "StartAt": "Choose",
              "States": {
                "Choose": {
                  "Type": "Choice",
                  "Choices": [ { "Variable": "$.a", "NumericEquals": 1, "Next": "Done" } ]
                },
                "Done": { "Type": "Succeed" }
              }
            }
            """);

        FixProject after = await project.Fix(FlowFaults.ChoiceWithoutDefault);

        Assert.Equal(
            """
            {
              "StartAt": "Choose",
              "States": {
                "Choose": {
                  "Type": "Choice",
                  "Choices": [ { "Variable": "$.a", "NumericEquals": 1, "Next": "Done" } ],
                  "Default": "NoChoiceMatched"
                },
                "NoChoiceMatched": {
                  "Type": "Fail",
                  "Error": "NoChoiceMatched",
                  "Cause": "No rule of 'Choose' holds."
                },
                "Done": { "Type": "Succeed" }
              }
            }
            """,
            after.Definition);
        Assert.Empty(after.Faults());
    }

    [Fact]
    public async Task MissingDefault_OfAllChoices_NumbersTheStates()
    {
        FixProject project = new("""
            { "StartAt": "One", "States": {
              "Done": { "Type": "Succeed" },
              "One": { "Type": "Choice", "Choices": [ { "Variable": "$.a", "NumericEquals": 1, "Next": "Two" } ] },
              "Two": { "Type": "Choice", "Choices": [ { "Variable": "$.b", "NumericEquals": 1, "Next": "Done" } ] }
            } }
            """);

        FixProject after = await project.FixAll(FlowFaults.ChoiceWithoutDefault);

        Assert.Equal(
            """
            { "StartAt": "One", "States": {
              "Done": { "Type": "Succeed" },
              "One": { "Type": "Choice", "Choices": [ { "Variable": "$.a", "NumericEquals": 1, "Next": "Two" } ], "Default": "NoChoiceMatched" },
              "NoChoiceMatched": { "Type": "Fail", "Error": "NoChoiceMatched", "Cause": "No rule of 'One' holds." },
              "Two": { "Type": "Choice", "Choices": [ { "Variable": "$.b", "NumericEquals": 1, "Next": "Done" } ], "Default": "NoChoiceMatched2" },
              "NoChoiceMatched2": { "Type": "Fail", "Error": "NoChoiceMatched", "Cause": "No rule of 'Two' holds." }
            } }
            """,
            after.Definition);
        Assert.Empty(after.Faults());
    }

    [Fact]
    public async Task CatchAll_BeforeOtherEntries_IsMovedBehindThem()
    {
        const string definition = """
            {
              "StartAt": "A",
              "States": {
                "A": {
                  "Type": "Task",
                  "Resource": "arn:aws:lambda:us-east-1:123456789012:function:A",
                  "Catch": [
                    #
                  ],
                  "End": true
                },
                "B": { "Type": "Succeed" }
              }
            }
            """;
        const string all = """{ "ErrorEquals": [ "States.ALL" ], "Next": "B", "ResultPath": "$.x" }""";
        const string own = """{ "ErrorEquals": [ "Own" ], "Next": "B" }""";
        const string other = """{ "ErrorEquals": [ "Other" ], "Next": "B" }""";
        string gap = ",\n          ";
        FixProject project = new(definition.Replace("#", all + gap + own + gap + other));

        Assert.Equal(["Move the entry of 'States.ALL' to the end"], await project.Titles(ErrorFaults.CatchAllNotLast));
        FixProject after = await project.Fix(ErrorFaults.CatchAllNotLast);

        Assert.Equal(definition.Replace("#", own + gap + other + gap + all), after.Definition);
        Assert.Empty(after.Faults());
    }

    [Theory]
    [InlineData("[ \"Own\", \"States.ALL\", \"Other\" ]", "[ \"States.ALL\" ]")]
    [InlineData("[\n  \"Own\",\n  \"States.ALL\"\n]", "[\n  \"States.ALL\"\n]")]
    public async Task CatchAll_BesideOtherNames_IsLeftAlone(string written, string meant)
    {
        const string definition =
            """{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:A", "Retry": [ { "ErrorEquals": # } ], "End": true } } }""";

        FixProject after = await new FixProject(definition.Replace("#", written)).Fix(ErrorFaults.CatchAllNotAlone);

        Assert.Equal(definition.Replace("#", meant), after.Definition);
        Assert.Empty(after.Faults());
    }

    [Fact]
    public async Task UnreachableState_IsRemovedWithItsCommaAndWhatOnlyItLeadsTo()
    {
        FixProject project = new("""
            {
              "StartAt": "A",
              "States": {
                "A": { "Type": "Pass", "End": true },
                "Old": { "Type": "Pass", "Next": "Older" },
                "Older": { "Type": "Pass", "End": true }
              }
            }
            """);

        Assert.Equal(["Remove state 'Old' and 'Older', to which only it leads"], await project.Titles(FlowFaults.UnreachableState));
        FixProject after = await project.Fix(FlowFaults.UnreachableState);
        Assert.Equal(
            """
            {
              "StartAt": "A",
              "States": {
                "A": { "Type": "Pass", "End": true }
              }
            }
            """,
            after.Definition);
        Assert.Empty(after.Faults());
    }

    [Fact]
    public async Task UnreachableStates_AllOfADefinition_AreRemoved()
    {
        FixProject project = new("""
            {
              "StartAt": "B",
              "States": {
                "Old": { "Type": "Succeed" },
                "B": { "Type": "Pass", "End": true },
                "Older": { "Type": "Succeed" },
                "Oldest": { "Type": "Succeed" }
              }
            }
            """);

        FixProject after = await project.FixAll(FlowFaults.UnreachableState);

        Assert.Equal(
            """
            {
              "StartAt": "B",
              "States": {
                "B": { "Type": "Pass", "End": true }
              }
            }
            """,
            after.Definition);
        Assert.Empty(after.Faults());
    }

    [Fact]
    public async Task UnreachableState_OfAnIsland_GoesWithTheIsland()
    {
        FixProject project = new("""
            { "StartAt": "A", "States": {
              "X": { "Type": "Pass", "Next": "Y" }, "Y": { "Type": "Wait", "Seconds": 1, "Next": "X" },
              "A": { "Type": "Succeed" }
            } }
            """);

        FixProject after = await project.Fix(FlowFaults.UnreachableFromStart);

        Assert.Equal("{ \"StartAt\": \"A\", \"States\": {\n  \"A\": { \"Type\": \"Succeed\" }\n} }", after.Definition);
        Assert.Empty(after.Faults());
    }

    [Fact]
    public async Task UnreachableState_ThatIsTheOnlyEnd_IsLeft()
    {
        FixProject project = new("""
            { "StartAt": "A", "States": { "A": { "Type": "Wait", "Seconds": 1, "Next": "A" }, "Done": { "Type": "Succeed" } } }
            """);

        Assert.Empty(await project.Titles(FlowFaults.UnreachableState));
    }

    [Fact]
    public async Task FixAll_OfADocument_LeavesOtherDefinitions_AndOfAProjectNone()
    {
        const string faulty = """{ "StartAt": "A", "States": { "A": { "Type": "Pass" } } }""";
        const string sound = """{ "StartAt": "A", "States": { "A": { "Type": "Pass", "End": true } } }""";
        const string other = "/shop/Other.asl.json";
        FixProject project = new FixProject(faulty).With(other, faulty);

        FixProject document = await project.FixAll(FlowFaults.MissingNextOrEnd);
        FixProject whole = await project.FixAll(FlowFaults.MissingNextOrEnd, FixAllScope.Project);

        Assert.Equal((sound, faulty), (document.Definition, document.DefinitionAt(other)));
        Assert.Equal((sound, sound), (whole.Definition, whole.DefinitionAt(other)));
    }
}
