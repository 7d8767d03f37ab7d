using System.Buffers;
using System.Runtime.CompilerServices;
using Compiled.Expressions;
using Compiled.Jsonata;
using Compiled.Testing;
using Compiled.Values;

namespace Compiled.Execution;

/// <summary>
/// A machine's fast path while it runs: the way from the input to the output without frames, as long as nothing has to wait, fails or must be recorded.
/// Emitted code calls tasks through it. Where it can't go on, the frames do, from the last task's reply or, when there was none, from the start;
/// what lies between is computed again, which nobody sees. See docs/decisions/0022.
/// </summary>
// What a path asks at many places is not inlined: run once each, they cost less where the path is short.
public ref partial struct FastPath
{
    /// <summary>No part that emitted code is given may nest deeper, so that what it builds of parts never nests deeper than JSON may.</summary>
    public const int MostDepth = 256;

    /// <summary>The events of a task that was called: scheduled and started.</summary>
    public const int EventsOfCall = 2;

    // Of an attempt that failed and is followed by another: it was scheduled, started and failed.
    private const int EventsOfAttempt = 3;

    // What emitted code puts around the parts of a value nests so deep at most, as the emitter's FastLimits has it.
    private const int MostAround = 200;

    private static readonly long s_given = new Size(KernelFaults.DataLimit, MostDepth + MostAround).Packed;

    // Standard executions have 25,000 events at most; where they come near, the frames go on.
    private const int MostEvents = 20_000;

    private readonly Workflow _workflow;
    private readonly ReadOnlySpan<byte> _text;
    private readonly ReadOnlySpan<int> _parts;
    private readonly Document? _document;
    private readonly int _depth;

    // The memory that the parts are in, if it is used again; else the items of arrays. The fewer fields, the less there is to make and clear for each execution.
    private readonly object? _more;

    // The thread's, where it is known.
    private readonly ThreadMemory? _memory;
    private readonly ExecutionOptions _options;
    private readonly IOwnOptions _own;
    private readonly CancellationToken _cancellationToken;
    private CancellationTokenSource? _source;
    private ValueTask<JsonValue> _pending;
    private JsonValue _input, _result;
    private AskedRun? _run;
    private bool _isHeld;
    private JsonBuffer? _output;

    // What is given by reference to a constructor makes the compiler construct elsewhere and copy, which waits for what was just written.
    internal FastPath(
        Workflow workflow, JsonValue input, ExecutionOptions options, CancellationToken cancellationToken, bool isWriting = false, IOwnOptions? own = null)
        => (_workflow, _input, _options, _own, _cancellationToken, IsWriting) = (workflow, input, options, own ?? options, cancellationToken, isWriting);

    // Of an execution whose input was read in parts.
    internal FastPath(
        Workflow workflow, ReadOnlySpan<byte> text, ReadOnlySpan<int> parts, PartsRead read, Scratch? scratch, ThreadMemory memory, ExecutionOptions options,
        CancellationToken cancellationToken, bool isWriting = false, IOwnOptions? own = null)
    {
        (_workflow, _document, _depth, _options, _own, _cancellationToken, IsWriting) = (workflow, read.Document, read.Depth, options, own ?? options, cancellationToken, isWriting);
        _more = scratch is null ? read.Items : scratch;
        _memory = memory;
        _text = text;
        _parts = parts;
        IsProjected = true;
    }

    /// <summary>Whether the input was read in parts, <see cref="Part"/>; then the path is given none.</summary>
    public readonly bool IsProjected { get; }

    /// <summary>The state's data when the last task was called, for the frames to go on with; emitted code sets it when it leaves the path.</summary>
    public JsonValue Data;

    /// <summary>The variables when the last task was called, in the order of the text; emitted code sets them when it leaves the path.</summary>
    public JsonValue[]? Variables;

    /// <summary>Whether the output is wanted as text; then emitted code may write it and give <see cref="Written"/>.</summary>
    public readonly bool IsWriting { get; }

    /// <summary>Whether the output was written.</summary>
    internal readonly bool HasWritten => _output is not null;

    /// <summary>Where the output is written to, when nothing can go wrong any more.</summary>
    public JsonBuffer Output() => _output = JsonBuffer.Rent(Memory);

    /// <summary>What stands for an output that was written.</summary>
    public readonly JsonValue Written() => JsonValue.Null;

    /// <summary>Whether any task was called.</summary>
    public readonly bool HasCalled => Effects > 0;

    /// <summary>How many events there were until the last task was called, or until the end.</summary>
    public int Events;

    /// <summary>How often the state of the last call was retried in this visit.</summary>
    public int Retries;

    /// <summary>How often each retrier of the flow retried in this visit, in the order of their numbers; emitted code sets it when it leaves the path after a retry.</summary>
    public int[]? RetryCounts;

    // The last call: the number of its effect, its state, where its frame goes on, and what it was given. Delays between attempts are effects too.
    internal int Effects, State, Position, TimeoutSeconds;
    internal JsonValue Arguments;

    // When the execution first waited, UTC ticks; 0 until it does.
    internal long Began;

    // The event with which the state of the last call was entered: those since are of its attempts.
    internal readonly int Visit => Events - EventsOfCall - Retries * EventsOfAttempt;

    internal readonly ValueTask<JsonValue> Reply => _result.IsMissing ? _pending : new ValueTask<JsonValue>(_result);

    // Who the execution is, if a handler may have asked.
    internal readonly AskedRun? Run => _run;

    internal readonly CancellationTokenSource? Source => _source;

    /// <summary>The token for handlers: cancelled when the attempt is over.</summary>
    public CancellationToken Token
        => (_source ??= _cancellationToken.CanBeCanceled ? CancellationTokenSource.CreateLinkedTokenSource(_cancellationToken) : SpareSource.Rent()).Token;

    /// <summary>What evaluates the JSONata of a state's fields that read no clock and draw no number.</summary>
    /// <param name="known">What it was before on the same path; null before.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public readonly Evaluation Evaluate(Evaluation? known)
    {
        known ??= Memory.Evaluation ??= new Evaluation(TimeProvider.System, null!);
        known.Renew();
        return known;
    }

    /// <summary>A part of an input that was read in parts; missing where the input has none.</summary>
    public readonly JsonValue Part(int index) => _parts[index] is >= 0 and int row ? new JsonValue(_document, row) : default;

    /// <summary>Whether an input that was read in parts has a member that is looked into: null where it has, missing where it hasn't.</summary>
    public readonly JsonValue Presence(int index) => _parts[index] >= 0 ? JsonValue.Null : default;

    /// <summary>The items of an array in an input that was read in parts, of each of which so many parts were kept.</summary>
    public readonly FastItems Items(int index, int stride) => _parts[index] is >= 0 and int at ? new FastItems(_document!, Slots, at, stride) : default;

    /// <summary>Whether an input that was read in parts has at most so many bytes and levels.</summary>
    public readonly bool IsInputSmall(long mostBytes) => _text.Length <= mostBytes && _depth <= MostDepth;

    /// <summary>The whole input, which is read now if it was read in parts.</summary>
    public JsonValue Input()
    {
        if (_input.IsMissing)
            _input = JsonValue.Parse(_text);
        return _input;
    }

    /// <summary>
    /// What a handler is given, made of parts that are small and so within the limit of data itself. That is all it says of its size: the sizes of its parts are added up only for a result
    /// that holds some of it.
    /// </summary>
    public static JsonValue ArgumentsOf(JsonProperty[] owned) => new(owned, s_given);

    /// <summary>A task is about to be called.</summary>
    /// <param name="state">The state's number.</param>
    /// <param name="position">Where its frame goes on with the reply.</param>
    /// <param name="arguments">The task's input, which is within the limits.</param>
    /// <param name="timeoutSeconds">How long an attempt may last; 0 for any time.</param>
    /// <param name="events">How many events there were, the call's own included.</param>
    public void Begin(int state, int position, in JsonValue arguments, int timeoutSeconds, int events)
    {
        (State, Position, TimeoutSeconds, Events) = (state, position, timeoutSeconds, events);
        Arguments = arguments;
        Retries = 0;
        Effects++;
    }

    /// <summary>What a handler may know of the attempt.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TaskContext Context() => new(Asked(), _own, State, Retries, Effects, Visit);

    private AskedRun Asked() => _run ??= new AskedRun(_workflow, _own);

    /// <summary>Has the task done by a handler that is found by its state, and takes its reply as <see cref="Take"/> does.</summary>
    public JsonValue Perform(long mostBytes)
    {
        ValueTask<JsonValue> reply;
        try
        {
            reply = _workflow.PerformFor(State, Arguments, Context(), Token);
        }
        catch (Exception thrown)
        {
            reply = ValueTask.FromResult(HandlerFailure.Of(thrown, _workflow));
        }

        return Take(in reply, mostBytes);
    }

    /// <summary>
    /// Takes the task's reply, where it was written: to copy what was only just written waits for it. Missing when it isn't there yet, is a failure or is larger
    /// than <paramref name="mostBytes"/>: then the frames go on with it.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public JsonValue Take(in ValueTask<JsonValue> reply, long mostBytes)
    {
        JsonValue result;
        if (reply.IsCompletedSuccessfully)
            result = reply.Result;
        else if (reply.IsCompleted)
            result = HandlerFailure.ResultOf(in reply, _workflow);
        else
        {
            _pending = reply;
            _result = default;
            return default;
        }

        if (result.IsMissing)
            result = JsonValue.Null;
        _result = result;
        return !result.IsFailure && IsSmall(result, mostBytes) && !_cancellationToken.IsCancellationRequested ? result : default;
    }

    /// <summary>The failure with which the last attempt ended; null where it did not fail, or was stopped.</summary>
    public readonly Fault? Failure => _result.AsFault is { } fault && !_cancellationToken.IsCancellationRequested ? fault : null;

    /// <summary>The name of an error as a catcher sees it.</summary>
    public static JsonValue NameOf(Fault fault) => CaughtError.NameOf(fault, "");

    /// <summary>The cause of an error as a catcher sees it.</summary>
    public static JsonValue CauseOf(Fault fault) => CaughtError.CauseOf(fault, "");

    /// <summary>
    /// Lets the delay before another attempt go by, as frames do, on a clock that goes on by itself. False when a timer must do it: then the
    /// frames go on with the failure.
    /// </summary>
    public bool TryRetry(int attempt, int intervalSeconds, double backoffRate, int maxDelaySeconds, bool fullJitter)
    {
        if (_options.TimeProvider is not VirtualTimeProvider { AutoAdvance: true } clock || Events > MostEvents)
            return false;
        // Drawn only when it is known that the frames won't draw it.
        SeededRandom? random = fullJitter ? Asked().Run.Random : null;
        double seconds = RetryDelay.Seconds(attempt, intervalSeconds, backoffRate, maxDelaySeconds, random is null ? 1 : random.PeekDouble());
        long now = clock.GetTimestamp();
        if (Began == 0)
            Began = now;
        if (!VirtualWait.TryPass(clock, VirtualWait.DueTicks(now, seconds * TimeSpan.TicksPerSecond, _options.WaitTimeScale), Began, _workflow.Machine, _options))
            return false;
        _ = random?.NextUInt64();
        // The reply that counts is the next attempt's.
        _isHeld = false;
        Retries++;
        Effects += 2;
        Events += EventsOfAttempt;
        return true;
    }

    /// <summary>What an expression of JSONata gave, as later states see it; missing where that is no JSON, or nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static JsonValue Plain(JsonValue value) => value.Node is Document ? value : PlainBuilt(value);

    /// <summary>A part of a value as JSONata reads it, and as <see cref="Plain"/> has it: most are looked up in an object that was built a moment ago.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static JsonValue PlainPart(JsonValue value, Key key)
    {
        JsonValue part = value.BuiltMember(key);
        return part.IsSurelyPlain ? part : Plain(Jsonata.Paths.Get(value, key));
    }

    /// <summary>As <see cref="Plain"/>, for an expression that can keep arrays of one (<c>x[]</c>) inside what it makes.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static JsonValue PlainKept(JsonValue value) => Plain(value).PlainThroughout;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static JsonValue PlainBuilt(JsonValue value)
    {
        JsonValue plain = value.NoSequence;
        if (plain.IsSurelyPlain)
            return plain;
        plain = value.Plain;
        return plain.IsJson ? plain : default;
    }

    /// <summary>The truth of what a condition gave; false where that is no boolean.</summary>
    public static bool TryTruth(JsonValue value, out bool isTrue)
    {
        isTrue = value.IsTrue;
        return value.IsBoolean;
    }

    /// <summary>Whether a value is JSON of at most so many bytes, and nests no deeper than <see cref="MostDepth"/>.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static bool IsSmall(JsonValue value, long mostBytes) => value.IsSmall(mostBytes, MostDepth);

    /// <summary>A whole number of 32 bits, if the value is one and is written as such; what else is a number stays a value.</summary>
    public static bool TryInteger(JsonValue value, out long integer)
    {
        JsonValue read = value.WithNumberRead();
        integer = read.Bits;
        return read.IsBuiltInteger && integer == (int)integer;
    }

    /// <summary><c>States.MathAdd</c>; false where it fails.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryAdd(JsonValue first, JsonValue second, out long sum)
    {
        JsonValue added = Intrinsics.MathAdd("", first, second);
        sum = added.Bits;
        return added.IsBuiltInteger;
    }

    /// <summary>Hands a text over that was written.</summary>
    internal readonly void WriteTo(IBufferWriter<byte> output)
    {
        output.Write(_output!.Written);
        _output.Return(Memory);
    }

    /// <summary>The text that was written, for whoever hands it over and gives the buffer back; null where none was.</summary>
    internal readonly JsonBuffer? WrittenText => _output;

    /// <summary>Gives back what the path borrowed, once its output is written.</summary>
    public readonly void Return()
    {
        Scratch?.Return(Memory);
        if (_source is null)
            return;
        if (_cancellationToken.CanBeCanceled)
            _source.Dispose();
        else
            SpareSource.Return(_source);
    }
}
