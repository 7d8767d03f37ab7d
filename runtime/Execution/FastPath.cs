using Compiled.Values;

namespace Compiled.Execution;

/// <summary>
/// A machine's fast path while it runs: the way from the input to the output without frames, as long as nothing has to wait, fails or must be recorded.
/// Emitted code calls tasks through it. Where it can't go on, the frames do, from the last task's reply or, when there was none, from the start;
/// what lies between is computed again, which nobody sees. See docs/decisions/0022.
/// </summary>
public ref struct FastPath
{
    /// <summary>No part that emitted code is given may nest deeper, so that what it builds of parts never nests deeper than JSON may.</summary>
    public const int MostDepth = 256;

    /// <summary>The events of a task that was called: scheduled and started.</summary>
    public const int EventsOfCall = 2;

    private readonly Workflow _workflow;
    private readonly JsonValue _input;
    private readonly ExecutionOptions _options;
    private readonly CancellationToken _cancellationToken;
    private CancellationTokenSource? _source;
    private ValueTask<JsonValue> _reply;
    private NamedRun? _run;

    internal FastPath(Workflow workflow, in JsonValue input, ExecutionOptions options, CancellationToken cancellationToken)
        => (_workflow, _input, _options, _cancellationToken) = (workflow, input, options, cancellationToken);

    /// <summary>The state's data when the last task was called, for the frames to go on with; emitted code sets it when it leaves the path.</summary>
    public JsonValue Data;

    /// <summary>How many events there were until the last task was called, or until the end.</summary>
    public int Events;

    // The last call: how many there were, its state, where its frame goes on, and what it was given.
    internal int Calls, State, Position, TimeoutSeconds;
    internal JsonValue Arguments;

    internal readonly ValueTask<JsonValue> Reply => _reply;

    // Who the execution is, if a handler may have asked.
    internal readonly NamedRun? Run => _run;

    internal readonly CancellationTokenSource? Source => _source;

    /// <summary>
    /// Has a task done. False when its result isn't there yet, is a failure or is larger than <paramref name="mostBytes"/>: then the frames
    /// go on with it.
    /// </summary>
    /// <param name="state">The state's number.</param>
    /// <param name="position">Where its frame goes on with the reply.</param>
    /// <param name="arguments">The task's input, which is within the limits.</param>
    /// <param name="timeoutSeconds">How long an attempt may last; 0 for any time.</param>
    /// <param name="events">How many events there were, the call's own included.</param>
    /// <param name="takesContext">Whether the handler may ask for its context.</param>
    /// <param name="mostBytes">How large the result may be.</param>
    /// <param name="result">The result.</param>
    public bool Call(int state, int position, JsonValue arguments, int timeoutSeconds, int events, bool takesContext, long mostBytes, out JsonValue result)
    {
        (State, Position, Arguments, TimeoutSeconds, Events) = (state, position, arguments, timeoutSeconds, events);
        Calls++;
        _source ??= _cancellationToken.CanBeCanceled ? CancellationTokenSource.CreateLinkedTokenSource(_cancellationToken) : SpareSource.Rent();
        ValueTask<JsonValue> reply;
        try
        {
            reply = _workflow.PerformFor(state, arguments, takesContext ? Context(state) : default, _source.Token);
        }
        catch (Exception thrown)
        {
            reply = ValueTask.FromResult(HandlerFailure.Of(thrown, _workflow));
        }

        if (!reply.IsCompletedSuccessfully)
        {
            _reply = reply;
            result = default;
            return false;
        }

        result = HandlerFailure.Checked(reply.Result, _workflow);
        _reply = new ValueTask<JsonValue>(result);
        if (result.IsMissing)
            result = JsonValue.Null;
        return IsSmall(in result, mostBytes) && !_cancellationToken.IsCancellationRequested;
    }

    /// <summary>Whether a value is JSON of at most so many bytes, and nests no deeper than <see cref="MostDepth"/>.</summary>
    public static bool IsSmall(in JsonValue value, long mostBytes) => value.IsSmall(mostBytes, MostDepth);

    private TaskContext Context(int state)
        => new(_run ??= new NamedRun(_workflow.Machine, in _input, _options), _options, state, Calls, Events - EventsOfCall);

    internal readonly void Return()
    {
        if (_source is null)
            return;
        if (_cancellationToken.CanBeCanceled)
            _source.Dispose();
        else
            SpareSource.Return(_source);
    }
}
