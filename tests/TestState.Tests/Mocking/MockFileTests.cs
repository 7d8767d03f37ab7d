using Compiled.TestState.Mocking;
using Compiled.Values;

namespace TestState.Tests.Mocking;

/// <summary>Reading the mock file of Step Functions Local. FEATURES M-002 to M-005, M-009.</summary>
public sealed class MockFileTests
{
    [Theory]
    [InlineData("{", "is not JSON: ")]
    [InlineData("[]", ": expected an object, and this is an array.")]
    [InlineData("{}", ": 'MockedResponses' is missing.")]
    [InlineData("""{"MockedResponses":{}}""", ": 'StateMachines' is missing.")]
    [InlineData("""{"MockedResponses":{},"StateMachines":{},"More":1}""", " at '/More': 'More' has no meaning here; expected 'StateMachines' or 'MockedResponses'.")]
    [InlineData("""{"MockedResponses":{},"StateMachines":{"M":{}}}""", " at '/StateMachines/M': 'TestCases' is missing.")]
    [InlineData("""{"MockedResponses":{"R":{"0":{"Return":1}}},"StateMachines":{"M":{"TestCases":{"C":{"a/b":"Q"}}}}}""", " at '/StateMachines/M/TestCases/C/a~1b': 'Q' is no name in 'MockedResponses'; it has 'R'.")]
    [InlineData("""{"MockedResponses":{"R":{"0":{"Return":1}}},"StateMachines":{"M":{"TestCases":{"C":{"S":1}}}}}""", " at '/StateMachines/M/TestCases/C/S': a state is answered by the name of a response, and this is a number.")]
    [InlineData("""{"MockedResponses":{"R":{}},"StateMachines":{}}""", " at '/MockedResponses/R': it has no answer; expected one for call '0' at least.")]
    [InlineData("""{"MockedResponses":{"R":{"1":{"Return":1}}},"StateMachines":{}}""", " at '/MockedResponses/R/1': the numbers of calls go from 0 without a gap and each stands once; expected 0, and this begins with 1.")]
    [InlineData("""{"MockedResponses":{"R":{"0-2":{"Return":1},"2":{"Return":1}}},"StateMachines":{}}""", " at '/MockedResponses/R/2': the numbers of calls go from 0 without a gap and each stands once; expected 3, and this begins with 2.")]
    [InlineData("""{"MockedResponses":{"R":{"2-0":{"Return":1}}},"StateMachines":{}}""", " at '/MockedResponses/R/2-0': the range '2-0' ends before it begins.")]
    [InlineData("""{"MockedResponses":{"R":{"x":{"Return":1}}},"StateMachines":{}}""", " at '/MockedResponses/R/x': 'x' is neither the number of a call, from 0, nor a range such as '1-2'.")]
    [InlineData("""{"MockedResponses":{"R":{"0":{}}},"StateMachines":{}}""", " at '/MockedResponses/R/0': an answer has either 'Return' or 'Throw'.")]
    [InlineData("""{"MockedResponses":{"R":{"0":{"Return":1,"Throw":{"Error":"E","Cause":"C"}}}},"StateMachines":{}}""", " at '/MockedResponses/R/0': an answer has either 'Return' or 'Throw'.")]
    [InlineData("""{"MockedResponses":{"R":{"0":{"Throw":{"Error":"E"}}}},"StateMachines":{}}""", " at '/MockedResponses/R/0/Throw': 'Cause' is missing.")]
    [InlineData("""{"MockedResponses":{"R":{"0":{"Throw":{"Error":1,"Cause":"C"}}}},"StateMachines":{}}""", " at '/MockedResponses/R/0/Throw/Error': 'Error' is a string, and this is a number.")]
    public void Text_ThatIsNotInTheFormat_IsRefusedAtItsPlace(string text, string expected)
    {
        using MockFolder folder = new(text);

        MockFileException refused = Assert.Throws<MockFileException>(folder.Open);

        Assert.StartsWith($"'{folder.Path}'{(expected[0] == 'i' ? " " : "")}{expected}", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Responses_ByNumberAndRange_AreFound()
    {
        using MockFolder folder = new(MockFolder.Text("""{"Pay":"R"}""", """{"R":{"3":{"Return":null},"0":{"Throw":{"Error":"E","Cause":"C"}},"1-2":{"Return":{"a":1}}}}"""));
        MockFile file = folder.Open();

        MockedResponses found = file.Find("Order", "Case", "Pay")!;

        Assert.Equal("E: C", found.Find(0).AsFault!.ToString());
        Assert.Equal(["""{"a":1}""", """{"a":1}""", "null"], new[] { 1, 2, 3 }.Select(number => found.Find(number).ToString()));
        Assert.True(found.Find(4).IsMissing);
        Assert.Null(file.Find("Order", "Case", "Ship"));
    }

    [Fact]
    public void File_ThatChanges_IsReadAgain()
    {
        using MockFolder folder = new(MockFolder.Text("{}", "{}"));
        MockFile file = folder.Open();
        Assert.True(file.Has("Order", "Case"));
        Assert.False(file.Has("Order", "Other"));
        Assert.False(file.Has("Other", "Case"));
        Assert.Equal(["Case"], file.CasesOf("Order"));

        folder.Write("""{"StateMachines":{},"MockedResponses":{}}""");
        Assert.False(file.Has("Order", "Case"));

        folder.Write("{");
        Assert.Throws<MockFileException>(() => file.Has("Order", "Case"));

        folder.Write(MockFolder.Text("""{"S":"R"}""", """{"R":{"0":{"Return":1}}}"""));
        Assert.Equal(["S"], file.StatesOf("Order", "Case"));
    }

    [Fact]
    public void File_ThatIsNotThere_IsRefused()
    {
        string path = Path.Combine(Path.GetTempPath(), "no-such-folder", MockFile.DefaultName);

        Assert.Equal($"'{path}' is not there.", Assert.Throws<MockFileException>(() => new MockFile(path)).Message);
    }
}
