namespace Compiled.Values;

/// <summary>
/// What a thread keeps to use again. All in one object, since to ask for what is the thread's takes a call: whoever runs an execution asks once and hands it on, as far as the execution runs
/// on the same thread.
/// </summary>
internal sealed class ThreadMemory
{
    [ThreadStatic]
    private static ThreadMemory? t_current;

    /// <summary>That of the thread that asks.</summary>
    public static ThreadMemory Current => t_current ??= new ThreadMemory();

    /// <summary>Reads texts.</summary>
    public Tokenizer? Tokenizer { get; set; }

    /// <summary>What an execution gave back last.</summary>
    public Scratch? Scratch { get; set; }

    /// <summary>What was written to last.</summary>
    public JsonBuffer? Buffer { get; set; }

    /// <summary>Where the next arguments of a handler have their rows.</summary>
    public SpareRows? Rows { get; set; }

    /// <summary>Evaluates the JSONata of a fast path: no expression is evaluated while another is, but in turns.</summary>
    public Jsonata.Evaluation? Evaluation { get; set; }

    /// <summary>The deepest place on the stack of the thread below which enough is left for a <see cref="StackAnchor"/>; 0 where none is known.</summary>
    public nint DeepestAnchor { get; set; }
}
