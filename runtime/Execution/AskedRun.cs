namespace Compiled.Execution;

/// <summary>Who an execution is that runs without frames, made when the first handler asks: few do, and names take more memory than all else that a short execution needs.</summary>
internal sealed class AskedRun(Workflow workflow, IOwnOptions options)
{
    private ExecutionRun? _run;

    public MachineInfo Machine => workflow.Machine;

    // Handlers on other threads ask too, and all must see one.
    public ExecutionRun Run => _run ?? Interlocked.CompareExchange(ref _run, new NamedRun(workflow.Machine, options.Options.TimeProvider, options), null) ?? _run;

    /// <summary>
    /// Frames go on with the execution. Gives who it is where that was asked; where not, whoever kept a context and asks it later is told what the execution tells.
    /// </summary>
    public NamedRun? HandOver(ExecutionRun execution) => (NamedRun?)Interlocked.CompareExchange(ref _run, execution, null);
}
