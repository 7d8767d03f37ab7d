namespace Compiled.History;

/// <summary>
/// Whether and where an execution records its events. A struct type parameter of the kernel, so that the JIT removes every trace
/// of recording from executions that keep no history.
/// </summary>
public interface IHistory
{
    /// <summary>Events are made and added; a constant of the type.</summary>
    static abstract bool IsOn { get; }

    /// <summary>Takes the next event.</summary>
    void Add(in HistoryEvent recorded);

    /// <summary>What looks into the states of a flow that was compiled for it; null where nothing does.</summary>
    IInspection? Inspection { get; }
}
