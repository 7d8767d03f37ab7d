using Compiled.Values;

namespace Compiled.Execution;

/// <summary>A wait or a retry's delay.</summary>
internal sealed class PendingWait : PendingEffect
{
    private readonly DueTimer _timer;

    public PendingWait(IDriver driver, Frame frame)
        : base(driver, frame.Effect)
    {
        TimeProvider time = driver.Options.TimeProvider;
        // A resumed wait began earlier, at the time that the history says.
        DateTimeOffset began = frame.EffectTime == default ? time.GetUtcNow() : frame.EffectTime;
        long due = Math.Min(frame.WaitDueTicks(began.UtcTicks, driver.Options.WaitTimeScale), DateTimeOffset.MaxValue.UtcTicks);
        _timer = new DueTimer(time, new DateTimeOffset(due, TimeSpan.Zero), () => Driver.Post(this, onPool: false));
    }

    public override bool TryOpen(out SignalKind kind, out JsonValue value)
    {
        (kind, value) = (SignalKind.Fired, default);
        return !IsOver;
    }

    protected override void Release(bool executionEnded) => _timer.Dispose();
}
