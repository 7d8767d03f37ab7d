using Compiled.Language.Faults;

namespace Compiled.CodeFixes.Tests;

/// <summary>Comments are no JSON and are reported, but what else is wrong is mended beside them, and they stay where they are; a fix that would lose one is not offered.</summary>
public sealed class CommentTests
{
    [Theory]
    [InlineData(
        "{\n  \"A\": {\n    \"Type\": \"Pass\" // what it is\n    // nothing more\n  }\n}",
        "{\n  \"A\": {\n    \"Type\": \"Pass\", // what it is\n    \"End\": true\n    // nothing more\n  }\n}")]
    [InlineData("{ \"A\": { \"Type\": /* x */ \"Pass\" /* y */ } }", "{ \"A\": { \"Type\": /* x */ \"Pass\", \"End\": true /* y */ } }")]
    [InlineData("{ \"A\": { \"Type\": \"Pass\", } }", "{ \"A\": { \"Type\": \"Pass\", \"End\": true } }")]
    public void AddedMember_StandsBehindTheLastOne(string before, string after) => Assert.Equal(after, Mended(before, FlowFaults.MissingNextOrEnd, "/A", "AddEnd"));

    [Theory]
    [InlineData("[\n  \"States.ALL\",\n  \"Own\", // of ours\n  \"Other\"\n]", "[\n  \"States.ALL\" // of ours\n]", 0)]
    [InlineData("[\n  \"Own\", // of ours\n  \"States.ALL\"\n]", "[\n  // of ours\n  \"States.ALL\"\n]", 1)]
    [InlineData("[\n  \"Own\" /* of ours */,\n  \"States.ALL\"\n]", "[\n   /* of ours */\n  \"States.ALL\"\n]", 1)]
    public void RemovedElement_LeavesTheCommentsBesideIt(string before, string after, int all) =>
        Assert.Equal($"{{ \"ErrorEquals\": {after} }}", Mended($"{{ \"ErrorEquals\": {before} }}", ErrorFaults.CatchAllNotAlone, $"/ErrorEquals/{all}", "LeaveAll"));

    [Theory]
    [InlineData("ASL1102", "\"Next\": /* ahead */ \"Shp\" // so be it\n", "\"Next\": /* ahead */ \"Ship\" // so be it\n")]
    [InlineData("ASL2302", "\"Parameters\": { /* of it */ \"id\": \"$.id\" /* as it came */ }, \"Next\": \"Ship\"", "\"Parameters\": { /* of it */ \"id.$\": \"$.id\" /* as it came */ }, \"Next\": \"Ship\"")]
    [InlineData("ASL2003", "\"InputPath\": \"$\" // all of it\n", "\"InputPath\": \"$\", \"Next\": \"Ship\" // all of it\n")]
    public async Task Fix_BesideComments_IsOfferedAndKeepsThem(string id, string before, string after)
    {
        string definition = """
            // an order
            { "StartAt": "Pack", /* first of all */ "States": {
              "Pack": { "Type": "Pass", # },
              // the end
              "Ship": { "Type": "Succeed" /* nothing left; see "https://example.com" */ }
            } } // of it
            """;

        FixProject mended = await new FixProject(definition.Replace("#", before)).Fix(FaultCatalog.Find(id)!);

        Assert.Equal(definition.Replace("#", after), mended.Definition);
        Assert.All(mended.Faults(), left => Assert.Equal("ASL1001", left));
    }

    [Fact]
    public async Task Fix_OfWhatTheRulesFind_IsOfferedBesideComments()
    {
        FixProject project = new("""
            { "StartAt": "Big", "States": {
              // by its total
              "Big": { "Type": "Choice", "Choices": [ { "Variable": "$.total", "NumericGreaterThan": 9, "Next": "Done" } ] },
              "Done": { "Type": "Succeed" }
            } }
            """);

        FixProject mended = await project.Fix(FlowFaults.ChoiceWithoutDefault);

        Assert.Contains("  // by its total\n  \"Big\"", mended.Definition, StringComparison.Ordinal);
        Assert.Contains("\"Default\": \"NoChoiceMatched\" }", mended.Definition, StringComparison.Ordinal);
        Assert.Equal(["ASL1001"], mended.Faults());
    }

    [Theory]
    [InlineData("\"Old\": { \"Type\": \"Succeed\" },\n  // of late", "// of late", 1)]
    [InlineData("\"Old\": { \"Type\": \"Succeed\" /* of old */ },", "", 0)]
    [InlineData("\"Old\": { \"Type\": \"Succeed\", \"Comment\": \"/* of old */ // too\" },", "", 1)]
    public async Task Fix_ThatWouldLoseAComment_IsNotOffered(string state, string left, int offered)
    {
        string definition = """
            { "StartAt": "A", "States": {
              // ahead
              #
              "A": { "Type": "Succeed" }
            } }
            """;
        FixProject project = new(definition.Replace("#", state));

        Assert.Equal(offered, (await project.Titles(FlowFaults.UnreachableState)).Count);
        if (offered == 0)
            return;
        string mended = (await project.Fix(FlowFaults.UnreachableState)).Definition;
        Assert.DoesNotContain("Old", mended, StringComparison.Ordinal);
        Assert.Contains("// ahead", mended, StringComparison.Ordinal);
        Assert.Contains(left, mended, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CatchAll_WithAComment_IsMovedWithIt()
    {
        const string definition =
            """{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:A", "Retry": [ # ], "End": true } } }""";
        const string all = """{ "ErrorEquals": [ "States.ALL" ] /* whatever */ }""";
        const string own = """{ "ErrorEquals": [ "Own" ] }""";

        FixProject mended = await new FixProject(definition.Replace("#", $"{all}, /* and */ {own}")).Fix(ErrorFaults.CatchAllNotLast);

        Assert.Equal(definition.Replace("#", $"{own}, /* and */ {all}"), mended.Definition);
    }

    private static string Mended(string text, FaultDescriptor row, string pointer, string key) => MendList.Apply(text, [new Reported(row.Id, pointer, default, null)], key);
}
