using Compiled.Language.Binding;

namespace Compiled.Rules.Tests.Data;

/// <summary>What is known of a machine's data is asked for by two analyzers at once.</summary>
public sealed class PathDataTests
{
    [Fact]
    public async Task Data_AskedForByManyAtOnce_IsTheSameForAll()
    {
        const int States = 500, Rounds = 100;
        IEnumerable<string> states = Enumerable.Range(0, States).Select(number =>
            $$"""
            "S{{number}}": { "Type": "Pass", {{(number == States - 1 ? "\"End\": true" : $"\"Next\": \"S{number + 1}\"")}} }
            """);
        Machine machine = MachineBinder.Bind($$"""{ "StartAt": "S0", "States": { {{string.Join(",", states)}} } }""", MachineType.Standard).Machine!;
        MachineShapes shapes = MachineShapes.Of(machine);

        for (int round = 0; round < Rounds; round++)
        {
            PathData data = new(shapes);
            using Barrier start = new(2);
            StateData[] Ask()
            {
                start.SignalAndWait();
                return [.. machine.States.Select(data.Of)];
            }

            StateData[][] seen = await Task.WhenAll(Task.Run(Ask), Task.Run(Ask));
            Assert.Equal(seen[0], seen[1]);
            Assert.Equal(States, seen[0].Length);
        }
    }
}
