using Compiled;
using Compiled.Execution;
using Compiled.History;
using Compiled.MapRuns;

namespace Conformance.Running;

/// <summary>Runs the children of a Map Run one after the other, each thrown away and folded back after every signal.</summary>
internal sealed class FoldingChildren(Workflow workflow, Func<OutsideWorld> newWorld) : IMapRunChildren
{
    public ValueTask<MapRunOutcome> RunAsync(MapRunChild child, CancellationToken cancellationToken)
    {
        OutsideWorld world = newWorld();
        DateTimeOffset started = world.Time.GetUtcNow();
        ExecutionStart start = new()
        {
            Input = child.Input,
            Time = started,
            Seed = child.Seed,
            Name = child.Name,
            ExecutionArn = child.ExecutionArn,
            StateMachineArn = child.Run.StateMachineArn,
            StateMachineName = child.Run.StateMachineName,
        };
        (ExecutionRun run, InMemoryHistory _) = new FoldingRun(workflow, start, world).Run(cancellationToken);
        return ValueTask.FromResult(new MapRunOutcome
        {
            Status = run.Status,
            Output = run.Output,
            Error = run.Fault?.Error,
            Cause = run.Fault?.Cause,
            StartDate = started,
            StopDate = world.Time.GetUtcNow(),
        });
    }
}
