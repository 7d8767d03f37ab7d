using Compiled.Values;

namespace Compiled.Execution;

/// <content>What a typed lane asks besides: its values are C# objects, of which JSON is made only when it is left.</content>
public ref partial struct FastPath
{
    /// <summary>Starts a typed lane. Emitted code makes it in its own local, since it is large to hand over.</summary>
    public FastPath(Workflow workflow, ExecutionOptions options, CancellationToken cancellationToken)
        => (_workflow, _options, _own, _cancellationToken) = (workflow, options, options, cancellationToken);

    /// <summary>Whether nobody has stopped the execution.</summary>
    public readonly bool IsGoingOn => !_cancellationToken.IsCancellationRequested;

    /// <summary>A task is about to be called, whose input is told by <see cref="Called(in JsonValue, in JsonValue)"/> when the path is left.</summary>
    /// <param name="state">The state's number.</param>
    /// <param name="position">Where its frame goes on with the reply.</param>
    /// <param name="timeoutSeconds">How long an attempt may last; 0 for any time.</param>
    /// <param name="events">How many events there were, the call's own included.</param>
    public void Begin(int state, int position, int timeoutSeconds, int events)
    {
        (State, Position, TimeoutSeconds, Events) = (state, position, timeoutSeconds, events);
        (Retries, _isHeld) = (0, false);
        Effects++;
    }

    /// <summary>The task's reply, which isn't there yet, is a failure, or is not as its JSON would be: what is not handled on the path, the frames go on with.</summary>
    public void Hold(ValueTask<JsonValue> reply)
    {
        _isHeld = true;
        if (reply.IsCompletedSuccessfully)
            _result = reply.Result;
        else if (reply.IsCompleted)
            _result = HandlerFailure.ResultOf(in reply, _workflow);
        else
            (_pending, _result) = (reply, default);
    }

    /// <summary>What the last task was called with: the state's data and the task's input.</summary>
    public void Called(in JsonValue data, in JsonValue arguments) => (Data, Arguments) = (data, arguments);

    /// <summary>What the last task was called with, and its result, unless another reply is held.</summary>
    public void Called(in JsonValue data, in JsonValue arguments, in JsonValue result)
    {
        Called(in data, in arguments);
        if (!_isHeld)
            _result = result;
    }

    /// <summary>The last task's result.</summary>
    public void Replied(in JsonValue result) => _result = result;

    /// <summary>The whole input as JSON.</summary>
    public void Whole(in JsonValue input) => _input = input;
}
