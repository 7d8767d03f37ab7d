using Compiled.Language.Faults;

namespace Compiled.CodeFixes.Tests;

/// <summary>
/// Comments are no JSON, and while one stands in a definition nothing else is reported of it; still an edit of text that has some, such as one of a fault
/// found before they were written, leaves them where they are.
/// </summary>
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

    private static string Mended(string text, FaultDescriptor row, string pointer, string key) => MendList.Apply(text, [new Reported(row.Id, pointer, default, null)], key);
}
