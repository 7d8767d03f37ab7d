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
}
