using Compiled.Execution;
using Compiled.Expressions;
using Compiled.History;
using Compiled.Language.Binding;
using Compiled.MapRuns;
using Compiled.TestState.Checks;
using Compiled.TestState.Slices;
using Compiled.Values;

namespace Compiled.TestState.Running;

/// <summary>One test: the kernel's execution of a slice, whose effects are mocked or done, until the state has an end.</summary>
internal sealed class TestedRun
{
    private static readonly Key s_variables = Key.Of("variables"), s_input = Key.Of("input");

    private readonly StateTestRequest _request;
    private readonly TestSetup _setup;
    private readonly State _state;
    private readonly StateInspection _inspection;
    private readonly TaskCall _call;
    private readonly TestClock _clock;
    private readonly Execution<RecordedHistory> _execution;
    private readonly HttpTrace? _trace;
    private MapInputs _map = new();

    public TestedRun(StateTestRequest request, TestedState tested, TestSetup setup, Workflow workflow, StateTesterOptions options)
    {
        (_request, _setup, _state) = (request, setup, tested.State);
        _clock = new TestClock(options.TimeProvider);
        TestIdentity identity = new(options);
        _inspection = new StateInspection(setup, tested.Slice, identity.ExecutionId);
        _trace = request.InspectionLevel == InspectionLevel.Trace ? new HttpTrace(request.RevealSecrets) : null;
        _call = new TaskCall(workflow, new ExecutionOptions { TimeProvider = options.TimeProvider, HttpTrace = _trace }, _clock);
        JsonValue input = tested.Slice.AssignsFirst ? JsonValue.Object(new(s_variables, setup.Variables), new(s_input, setup.Input)) : setup.Input;
        _execution = new Execution<RecordedHistory>(workflow, identity.Start(input, _clock.Now, request.RoleArn), new RecordedHistory(_inspection));
    }

    public async Task<StateTestResult> RunAsync(CancellationToken cancellationToken)
    {
        Signal signal = new(SignalKind.Start, time: _clock.Now);
        for (int supposed = _request.Configuration?.RetrierRetryCount ?? 0; ;)
        {
            Next next = _execution.Advance(in signal, out Frame<RecordedHistory>? frame);
            switch (next)
            {
                case Next.Succeed:
                    return Succeeded();
                case Next.Fail:
                    return Failed(_execution.Fault!);
                case Next.Wait when frame!.IsRetryDelay:
                    if (supposed == 0)
                        return Retriable(frame.DelaySeconds);
                    // The attempts that are supposed to have been made count; they are not made.
                    frame.Suppose(supposed);
                    supposed = 0;
                    _inspection.Renew();
                    signal = new Signal(SignalKind.Fired, frame.Effect, time: _clock.Now);
                    break;
                case Next.Wait:
                    if (!await _clock.WaitAsync(frame!, cancellationToken).ConfigureAwait(false))
                        return Failed(KernelFaults.Timeout);
                    signal = new Signal(SignalKind.Fired, frame!.Effect, time: _clock.Now);
                    break;
                case Next.Call:
                    Signal? reply = await CallAsync(frame!, cancellationToken).ConfigureAwait(false);
                    if (reply is null)
                        return Failed(KernelFaults.Timeout);
                    signal = reply.Value;
                    break;
                case Next.MapRun:
                    signal = new Signal(SignalKind.Reply, frame!.Effect, await ResultAsync(frame, cancellationToken).ConfigureAwait(false), _clock.Now);
                    break;
                case Next.Idle:
                    throw new InvalidOperationException($"State '{_state.Name}' waits for nothing that a test could give.");
                default:
                    signal = new Signal(SignalKind.Resume, frame?.Effect ?? 0, time: _clock.Now);
                    break;
            }
        }
    }

    // What is supposed to have been retried has failed as it did the first time; it is not done again.
    private async ValueTask<Signal?> CallAsync(Frame<RecordedHistory> frame, CancellationToken cancellationToken)
        => _setup.Mocked.IsMissing ? await _call.PerformAsync(frame, cancellationToken).ConfigureAwait(false)
            : new Signal(SignalKind.Reply, frame.Effect, _setup.Mocked, _clock.Now);

    /// <summary>The mocked result of a Map or Parallel; an error where more iterations are to have failed than may.</summary>
    private async ValueTask<JsonValue> ResultAsync(Frame<RecordedHistory> frame, CancellationToken cancellationToken)
    {
        if (_state is not MapState map)
            return _setup.Mocked;
        try
        {
            _map = await MapInputs.MakeAsync(frame, _inspection[InspectedStep.Items], _request.Configuration?.MapItemReaderData, map.ItemSelector is not null, cancellationToken).ConfigureAwait(false);
        }
        catch (MapRunException failed)
        {
            return JsonValue.Failure(failed.Fault);
        }

        if (_request.Configuration?.MapIterationFailureCount is not { } failures)
            return _setup.Mocked;
        if (failures > (_map.Count ?? _setup.Mocked.Count))
            throw StateTestException.Request("Map iteration failure count must be less than or equal to the number of Map iterations");
        return _setup.Mocked.IsFailure || !IsExceeded(failures) ? _setup.Mocked : JsonValue.Failure(Faults.ToleratedFailuresExceeded());
    }

    // Recorded: a Map that sets no tolerance succeeds with its mocked result whatever number failed.
    private bool IsExceeded(int failures)
    {
        JsonValue count = _inspection[InspectedStep.ToleratedFailureCount], percentage = _inspection[InspectedStep.ToleratedFailurePercentage];
        return (!count.IsMissing && failures > count.AsDouble())
            || (!percentage.IsMissing && failures * 100.0 > percentage.AsDouble() * (_map.Count ?? _setup.Mocked.Count));
    }

    private StateTestResult Succeeded()
    {
        bool isCaught = !_inspection[InspectedStep.CatchIndex].IsMissing;
        Fault? error = isCaught ? _inspection[InspectedStep.Error].AsFault : null;
        return new StateTestResult
        {
            Status = isCaught ? StateTestStatus.CaughtError : StateTestStatus.Succeeded,
            Output = _inspection.Output,
            Error = error?.Error,
            Cause = error is null ? null : RawCause.Of(error),
            NextState = _inspection.NextState,
            InspectionData = Inspected(null),
        };
    }

    private StateTestResult Failed(Fault fault)
        => new() { Status = StateTestStatus.Failed, Error = fault.Error, Cause = RawCause.Of(fault), InspectionData = Inspected(null) };

    private StateTestResult Retriable(double delaySeconds)
    {
        Fault error = _inspection[InspectedStep.Error].AsFault!;
        long seconds = (long)Math.Round(delaySeconds, MidpointRounding.AwayFromZero);
        return new() { Status = StateTestStatus.Retriable, Error = error.Error, Cause = RawCause.Of(error), InspectionData = Inspected(seconds) };
    }

    private StateInspectionData? Inspected(long? retryInSeconds)
        => _request.InspectionLevel == InspectionLevel.Info ? null : InspectionReport.Of(_setup.Input, _state, _inspection, _map, _trace, retryInSeconds);
}
