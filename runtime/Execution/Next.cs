namespace Compiled.Execution;

/// <summary>What a frame, or a whole execution, asks for when it can't go on by itself.</summary>
public enum Next : byte
{
    /// <summary>Have a task done.</summary>
    Call,

    /// <summary>Let a time pass.</summary>
    Wait,

    /// <summary>Have a Map Run done; its particulars are <see cref="Frame.MapRun"/>, its result comes with <see cref="SignalKind.Reply"/>.</summary>
    MapRun,

    /// <summary>Run the children of a Parallel or Map state; never leaves the kernel.</summary>
    Fan,

    /// <summary>Nothing: an opportunity to stop a long run. Answered at once with <see cref="SignalKind.Resume"/>.</summary>
    Checkpoint,

    /// <summary>The flow ended; its output is the frame's data.</summary>
    Succeed,

    /// <summary>The flow ended with an error.</summary>
    Fail,

    /// <summary>Nothing can go on before the reply to an effect that is outstanding.</summary>
    Idle,
}
