using System.Globalization;
namespace Compiled.Generator.Tests.Emit;

/// <summary>The limits of AWS where branches and items run in place: 256 KiB, 10 MiB of variables, 25,000 events. FEATURES L-042, L-079, X-070.</summary>
public class InPlaceLimitTests
{
    // An item that succeeds counts 14 events.
    private const string Items = """
        "M":{"Type":"Map","ItemsPath":"$.items","ItemProcessor":{"StartAt":"P","States":{"P":{"Type":"Parallel","Branches":[
            {"StartAt":"X","States":{"X":{"Type":"Pass","End":true}}},{"StartAt":"Y","States":{"Y":{"Type":"Pass","End":true}}}],"Next":"C"},
          "C":{"Type":"Choice","Choices":[{"Variable":"$[0]","NumericEquals":-1,"Next":"F"}],"Default":"D"},
          "D":{"Type":"Succeed"},"F":{"Type":"Fail","Error":"Last"}}},
          "Catch":[{"ErrorEquals":["Last"],"ResultPath":"$.e","Next":"E"}],"Next":"E"},
        "E":{"Type":"Pass","Result":"done","End":true}
        """;

    // A Parallel that fails and is caught counts an odd number of events: with more or fewer Pass states behind it every event of an item, and
    // of one that fails, comes to be the last there is.
    private const string Odd = """
        "S":{"Type":"Parallel","Branches":[{"StartAt":"Z","States":{"Z":{"Type":"Fail","Error":"Odd"}}}],"Catch":[{"ErrorEquals":["Odd"],"ResultPath":"$.o","Next":"B0"}],"Next":"B0"},
        """;

    private const string Even = """ "S":{"Type":"Pass","Next":"B0"}, """;

    private static readonly Lazy<IReadOnlyList<InPlaceForms>> s_counted = new(() =>
        InPlaceForms.Compile([.. Enumerable.Range(0, 14).Select(i => (i % 2 == 0 ? Even : Odd) + Passes(i / 2) + Items)]));

    [Fact]
    public async Task Map_ThatRunsOutOfEvents_EndsAtTheSameOne()
    {
        // For the last of these items, or for what follows, there are no events left.
        string items = string.Concat(Enumerable.Range(1, 1784).Select(i => string.Create(CultureInfo.InvariantCulture, $"{i},")));
        var ends = new List<string>();
        foreach (InPlaceForms definition in s_counted.Value)
        {
            ends.Add(await definition.EndAsync($"{{\"items\":[{items}0]}}"));
            ends.Add(await definition.EndAsync($"{{\"items\":[{items}-1]}}"));
        }

        Assert.All(ends, end => Assert.StartsWith("States.Runtime: The execution reached the maximum", end, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(262_136, "ok")]
    [InlineData(262_137, "States.DataLimitExceeded")]
    public async Task Item_WhoseOutputIsAboveTheLimit_FailsTheMap(int length, string expected)
    {
        // {"t":""} has 8 bytes.
        InPlaceForms definition = InPlaceForms.Compile([
            """
            "S":{"Type":"Map","ItemsPath":"$","ItemProcessor":{"StartAt":"P","States":{"P":{"Type":"Pass","Parameters":{"t.$":"$"},"Next":"Q"},"Q":{"Type":"Pass","Result":"ok","End":true}}},"OutputPath":"$[0]","End":true}
            """])[0];

        string end = await definition.EndAsync($"[\"{new string('t', length)}\"]");

        Assert.StartsWith(expected == "ok" ? "\"ok\"" : expected, end, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3, true)]
    [InlineData(5, false)]
    public async Task Map_WhoseResultIsAboveTheLimit_Fails(int count, bool fits)
    {
        InPlaceForms definition = InPlaceForms.Compile([
            """ "S":{"Type":"Map","ItemsPath":"$.items","ItemSelector":{"t.$":"$.t"},"ItemProcessor":{"StartAt":"P","States":{"P":{"Type":"Pass","End":true}}},"ResultPath":"$.r","Next":"E"},"E":{"Type":"Pass","Result":1,"End":true} """])[0];

        string end = await definition.EndAsync($"{{\"t\":\"{new string('t', 60_000)}\",\"items\":[{string.Join(',', Enumerable.Range(0, count))}]}}");

        Assert.StartsWith(fits ? "1" : "States.DataLimitExceeded", end, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(38, "done")]
    [InlineData(39, "States.DataLimitExceeded")]
    public async Task Variables_OfItemsThatEnded_TakeNoRoom(int outer, string expected)
    {
        // Ten mebibytes hold 40 variables of this size. An item has at most two at a time, and many more come and go.
        string states = """
            "M":{"Type":"Map","ItemsPath":"$.items","ItemSelector":{"t.$":"$.t","i.$":"$$.Map.Item.Index"},"ItemProcessor":{"StartAt":"P","States":{
              "P":{"Type":"Pass","Assign":{"a.$":"$.t"},"Next":"Q"},
              "Q":{"Type":"Parallel","Branches":[{"StartAt":"X","States":{"X":{"Type":"Pass","Assign":{"b.$":"$.t"},"Next":"F"},"F":{"Type":"Fail","Error":"E"}}}],
                "Catch":[{"ErrorEquals":["E"],"Next":"K"}],"End":true},
              "K":{"Type":"Pass","Assign":{"c.$":"$a"},"OutputPath":null,"End":true}}},"Next":"Z"},
            "Z":{"Type":"Pass","Result":"done","End":true}
            """;
        string assigns = string.Join(',', Enumerable.Range(0, outer).Select(i => string.Create(
            CultureInfo.InvariantCulture, $"\"{(i == 0 ? "S" : $"A{i}")}\":{{\"Type\":\"Pass\",\"Assign\":{{\"v{i}.$\":\"$.t\"}},\"Next\":\"{(i == outer - 1 ? "M" : $"A{i + 1}")}\"}}")));
        InPlaceForms definition = InPlaceForms.Compile([assigns + "," + states])[0];

        string end = await definition.EndAsync($"{{\"t\":\"{new string('t', 259_000)}\",\"items\":[1,2,3,4,5]}}");

        Assert.StartsWith(expected, end.Trim('"'), StringComparison.Ordinal);
    }

    private static string Passes(int count) => string.Concat(Enumerable.Range(0, count + 1).Select(i =>
        string.Create(CultureInfo.InvariantCulture, $"\"B{i}\":{{\"Type\":\"Pass\",\"Next\":\"{(i == count ? "M" : $"B{i + 1}")}\"}},")));
}
