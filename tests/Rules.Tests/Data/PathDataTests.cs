using Compiled.Language.Binding;

namespace Compiled.Rules.Tests.Data;

/// <summary>What is known of a machine's data is asked for by two analyzers at once.</summary>
public sealed class PathDataTests
{
    [Fact]
    public void Data_AskedForByManyAtOnce_IsTheSameForAll()
    {
        const int States = 2000;
        IEnumerable<string> states = Enumerable.Range(0, States).Select(number =>
            $$"""
            "S{{number}}": { "Type": "Pass", {{(number == States - 1 ? "\"End\": true" : $"\"Next\": \"S{number + 1}\"")}} }
            """);
        Machine machine = MachineBinder.Bind($$"""{ "StartAt": "S0", "States": { {{string.Join(",", states)}} } }""", MachineType.Standard).Machine!;
        PathData data = MachineFindings.Of(machine).Data;
        StateData[][] seen = new StateData[4][];
        Thread[] threads = [.. Enumerable.Range(0, seen.Length).Select(index => new Thread(() => seen[index] = [.. machine.States.Select(data.Of)]))];

        foreach (Thread thread in threads)
            thread.Start();
        foreach (Thread thread in threads)
            thread.Join();

        Assert.All(seen, all => Assert.Equal(seen[0], all));
        Assert.Equal(States, seen[0].Length);
    }
}
