using System.Buffers;
using Compiled.Execution;
using Compiled.History;
using Compiled.Values;

namespace Compiled;

/// <summary>How an execution ended.</summary>
public sealed class ExecutionResult
{
    private readonly MachineInfo? _machine;
    private readonly IOwnOptions? _options;
    private JsonValue _output;

    // The output's text, or the document that was read of it; before HandOver the buffer where it was written. Null when the output is a value.
    private object? _text;

    // Who it was, or who makes it when somebody asks.
    private object? _run;

    internal ExecutionResult(ExecutionRun run, IReadOnlyList<HistoryEvent>? history)
    {
        (_run, History) = (run, history);
        (Status, _output, EventCount) = (run.Status, run.Output, run.EventCount);
    }

    // Of an execution that succeeded without anybody asking who it is.
    internal ExecutionResult(MachineInfo machine, IOwnOptions options, AskedRun? run, in JsonValue output, int events)
    {
        (_machine, _options, _run) = (machine, options, run);
        (Status, _output, EventCount) = (ExecutionStatus.Succeeded, output, events);
    }

    // Of one whose output was wanted as text, for whoever hands it over.
    internal ExecutionResult(MachineInfo machine, IOwnOptions options, AskedRun? run, JsonBuffer output, int events)
        : this(machine, options, run, default(JsonValue), events)
        => _text = output;

    /// <summary>Succeeded, Failed, TimedOut or Aborted.</summary>
    public ExecutionStatus Status { get; }

    /// <summary>The output; missing unless the execution succeeded, and where its host wrote it elsewhere.</summary>
    public JsonValue Output => _text is null ? _output : Read();

    /// <summary>The output as compact JSON; empty where <see cref="Output"/> is missing.</summary>
    public ReadOnlyMemory<byte> OutputUtf8 => _text switch
    {
        null => _output.IsMissing ? default : _output.ToUtf8(),
        Document document => document.Bytes.AsMemory(0, document.Length),
        object text => (byte[])text,
    };

    /// <summary>The ASL error name; null when the execution succeeded or none was given.</summary>
    public string? Error => (_run as ExecutionRun)?.Fault?.Error;

    /// <summary>The text that explains the error; null when the execution succeeded or none was given.</summary>
    public string? Cause => (_run as ExecutionRun)?.Fault?.Cause;

    /// <summary>The execution's ARN.</summary>
    public string ExecutionArn => Run.ExecutionArn;

    /// <summary>The execution's name.</summary>
    public string Name => Run.Name;

    /// <summary>How many events the execution had, kept or not.</summary>
    public int EventCount { get; }

    /// <summary>The events, when <see cref="ExecutionOptions.RecordHistory"/> asked for them; otherwise null.</summary>
    public IReadOnlyList<HistoryEvent>? History { get; }

    /// <summary>The output; a <see cref="WorkflowFailedException"/> when the execution ended otherwise than with success.</summary>
    public JsonValue EnsureSucceeded()
        => Status == ExecutionStatus.Succeeded ? Output : throw new WorkflowFailedException(Status, Error, Cause, ExecutionArn);

    /// <summary>
    /// Puts the output, if there is one, where it is wanted, before anybody has the result: to a place of the caller's, which then has it alone, or to keep.
    /// </summary>
    internal void HandOver(IBufferWriter<byte>? output)
    {
        if (_text is JsonBuffer written)
        {
            output?.Write(written.Written);
            _text = output is null ? written.Written.ToArray() : null;
            written.Return();
        }
        else if (output is not null && Status == ExecutionStatus.Succeeded)
        {
            Workflow.Write(_output, output);
            _output = default;
        }
    }

    private JsonValue Read()
    {
        object text = _text!;
        if (text is Document read)
            return new JsonValue(read, 0);
        JsonValue output = JsonValue.Parse((byte[])text);
        // Kept for whoever asks again; null, true and false are read again.
        if (output is { Node: Document document, Bits: 0 })
            _text = document;
        return output;
    }

    private ExecutionRun Run => (_run ?? Interlocked.CompareExchange(ref _run, new NamedRun(_machine!, _options!.Options.TimeProvider, _options), null) ?? _run) switch
    {
        AskedRun asked => asked.Run,
        var run => (ExecutionRun)run,
    };
}
