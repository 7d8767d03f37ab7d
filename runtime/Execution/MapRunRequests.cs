using System.Globalization;
using Compiled.History;
using Compiled.MapRuns;

namespace Compiled.Execution;

/// <summary>Makes the request of a Map Run out of the frame that asks for it.</summary>
internal static class MapRunRequests
{
    public static MapRunRequest Make<THistory>(Frame<THistory> frame, int state, MapRunSettings settings) where THistory : struct, IHistory
    {
        ExecutionRun run = frame.Run;
        StateInfo info = run.Machine.StateTable[state];
        DistributedProcessor processor = info.Processor ?? throw new InvalidOperationException($"State '{info.Name}' is no distributed Map.");
        // The effect's number tells the runs of one execution apart, those of a Map that is retried too.
        string purpose = string.Create(CultureInfo.InvariantCulture, $"mapRun:{frame.Effect}");
        (Guid id, ulong seed) = run.Derive(purpose);
        string machineArn = Arns.ChildStateMachine(run.StateMachineArn, processor.Label);
        return new MapRunRequest(state, settings)
        {
            StateName = info.Name,
            Effect = frame.Effect,
            StartTime = frame.EffectTime,
            Id = id.ToString(),
            Arn = Arns.MapRun(machineArn, id.ToString()),
            ExecutionArn = run.ExecutionArn,
            StateMachineArn = machineArn,
            TestCase = run.TestCase,
            StateMachineName = Arns.ChildName(run.StateMachineName, processor.Label),
            ChildType = processor.Type,
            Seed = seed,
            Selector = settings.Selects ? new ItemSelection<THistory>(frame.Isolate(), state, seed) : null,
        };
    }
}
