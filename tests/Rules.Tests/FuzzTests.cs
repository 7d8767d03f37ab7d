using System.Diagnostics;
using System.Globalization;
using System.Text;
using Compiled.Language.Binding;
using Compiled.Language.Faults;

namespace Compiled.Rules.Tests;

/// <summary>No rule throws or is slow, whatever stands in a definition, and every fault lies in its text.</summary>
public sealed class FuzzTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Check_ChangedDefinitions_FindsFaultsInTheTextAndNothingElse(int seed)
    {
        int runnable = 0, found = 0;
        for (int i = 0; i < 3000; i++)
        {
            string text = new FuzzMutator((seed * 100_000) + i).Change(FuzzSeeds.All[seed]);
            BoundMachine bound = MachineBinder.Bind(text, i % 5 == 0 ? MachineType.Express : MachineType.Standard);
            IReadOnlyList<Fault> faults = RuleList.Check(bound);
            runnable += bound.Machine is null ? 0 : 1;
            found += faults.Count - bound.Faults.Count;
            Assert.All(faults, fault =>
            {
                Assert.InRange(fault.Span.Start, 0, text.Length);
                Assert.InRange(fault.Span.End, fault.Span.Start, text.Length);
                Assert.NotNull(FaultCatalog.Find(fault.Id));
            });
        }
        Assert.True(runnable > 300, $"{runnable} machines");
        Assert.True(found > 300, $"{found} findings");
    }

    [Fact]
    public void Seeds_AsTheyAre_CanRun() => Assert.All(FuzzSeeds.All, text => Assert.NotNull(MachineBinder.Bind(text).Machine));

    public static TheoryData<string> Monsters => ["chain", "net", "nest", "loops in loops", "choices", "retriers", "variables", "deep template", "wrapping loop"];

    [Theory]
    [MemberData(nameof(Monsters))]
    public void Check_LargeDefinition_IsBounded(string kind)
    {
        string text = Monster(kind);
        BoundMachine bound = MachineBinder.Bind(text);
        Assert.True(bound.Machine is not null, string.Join('\n', bound.Faults.Take(3)));
        var watch = Stopwatch.StartNew();

        IReadOnlyList<Fault> faults = RuleList.Check(bound);

        // The machine is shared with other builds; alone each takes well under a second.
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{kind}: {watch.Elapsed}, {text.Length} characters, {faults.Count} faults");
    }

    private static string Monster(string kind) => kind switch
    {
        "chain" => Machine(8000, i => $$"""{"Type":"Pass","Result":{"v":{{i}}},"ResultPath":"$.r{{i % 100}}","Next":"S{{i + 1}}"}"""),
        "net" => Machine(3000, i => $$"""{"Type":"Choice","Choices":[{"Variable":"$.a","NumericEquals":{{i}},"Next":"S{{i * 7 % 3000}}"},{"Variable":"$.b","StringMatches":"x*","Next":"S{{i * 13 % 3000}}"}],"Default":"S{{i + 1}}"}"""),
        "nest" => Nest(40, inner => $$$$"""{"Type":"Parallel","Branches":[{{{{inner}}}},{"StartAt":"X#","States":{"X#":{"Type":"Wait","Seconds":1,"End":true}}}],"End":true}"""),
        "loops in loops" => Nest(24, inner => $$"""{"Type":"Map","ItemSelector":{"w.$":"$"},"ItemProcessor":{{inner}},"ResultPath":"$.deep.er","Next":"Y#"},"Y#":{"Type":"Pass","Parameters":{"w.$":"$"},"Next":"Z#"},"Z#":{"Type":"Choice","Choices":[{"Variable":"$.w","IsPresent":true,"Next":"A#"}],"Default":"E#"},"E#":{"Type":"Succeed"}"""),
        "choices" => Machine(40, i => $$"""{"Type":"Choice","Choices":[{{string.Join(",", Enumerable.Range(0, 60).Select(r => $$"""{"And":[{"Variable":"$.a","NumericGreaterThan":{{r}}},{"Variable":"$.b","StringMatches":"{{r}}*"},{"Variable":"$.c{{r % 9}}","StringLessThan":"{{r}}"}],"Next":"S{{i + 1}}"}"""))}}],"Default":"S{{i + 1}}"}"""),
        "retriers" => Machine(20, i => $$"""{"Type":"Task","Resource":"${F}","Retry":[{{string.Join(",", Enumerable.Range(0, 600).Select(r => $$"""{"ErrorEquals":["E{{r}}","F{{r}}"],"MaxAttempts":99999999,"BackoffRate":1.0000001}"""))}}],"Next":"S{{i + 1}}"}"""),
        "variables" => Machine(3000, i => $$"""{"Type":"Pass","Assign":{"v{{i}}.$":"$v{{Math.Max(0, i - 1)}}"},"Next":"S{{i + 1}}"}"""),
        "deep template" => Machine(1, _ => $$"""{"Type":"Pass","Parameters":{{string.Concat(Enumerable.Repeat("{\"a\":[", 100))}}{"x.$":"$.y"}{{string.Concat(Enumerable.Repeat("]}", 100))}},"Next":"S1"}"""),
        _ => Machine(30, i => $$"""{"Type":"Pass","Parameters":{"w{{i}}.$":"$","k.$":"$.a"},"Next":"S{{(i == 29 ? 30 : i + 1)}}"}""", """{"Type":"Choice","Choices":[{"Variable":"$.z","IsPresent":true,"Next":"S0"}],"Default":"Z"},"Z":{"Type":"Succeed"}"""),
    };

    private static string Machine(int count, Func<int, string> state, string last = """{"Type":"Succeed"}""")
    {
        var text = new StringBuilder("""{"StartAt":"S0","States":{""");
        for (int i = 0; i < count; i++)
            text.Append(CultureInfo.InvariantCulture, $"\"S{i}\":{state(i)},");
        return text.Append(CultureInfo.InvariantCulture, $"\"S{count}\":{last}}}}}").ToString();
    }

    // '#' stands for the level, since names are unique in a machine.
    private static string Nest(int depth, Func<string, string> around)
    {
        string flow = """{"StartAt":"L","States":{"L":{"Type":"Pass","Parameters":{"v.$":"$.w"},"End":true}}}""";
        for (int i = 0; i < depth; i++)
            flow = "{\"StartAt\":\"A" + i + "\",\"States\":{\"A" + i + "\":" + around("@").Replace("#", i.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal).Replace("@", flow, StringComparison.Ordinal) + "}}";
        return flow;
    }
}
