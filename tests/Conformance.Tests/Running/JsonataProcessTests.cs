using System.Text.Json;
using Conformance.Corpus;
using Conformance.Reporting;
using Conformance.Running;

namespace Conformance.Tests.Running;

public sealed class JsonataProcessTests
{
    private static readonly JsonataCase[] s_cases = [Case("a"), Case("b"), Case("c")];

    [Fact]
    public void Gather_ProcessThatDiesInACase_NamesThatCase()
    {
        CaseResult?[] results = new CaseResult?[3];
        int begun = Gather("> 0\n> 1\n> 2\n> 0\n{\"Index\":0,\"Outcome\":0,\"Detail\":\"\"}\n> 1\n", results);
        Assert.Equal(1, begun);
        Assert.Equal<CaseResult?>([new CaseResult("a", Outcome.Pass), null, null], (IEnumerable<CaseResult?>)results);
    }

    [Fact]
    public void Gather_ProcessThatEnds_NamesNone()
    {
        CaseResult?[] results = new CaseResult?[3];
        int begun = Gather("> 2\n{\"Index\":2,\"Outcome\":1,\"Detail\":\"did not end\"}\n", results);
        Assert.Equal(-1, begun);
        Assert.Equal<CaseResult?>([null, null, new CaseResult("c", Outcome.Fail, "did not end")], (IEnumerable<CaseResult?>)results);
    }

    private static int Gather(string output, CaseResult?[] results)
    {
        using StringReader reader = new(output);
        return JsonataProcess.Gather(reader, s_cases, results);
    }

    private static JsonataCase Case(string id) => new(JsonElement.Parse("""{"expr":"1","result":1}"""), id, static _ => default);
}
