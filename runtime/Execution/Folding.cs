using Compiled.History;

namespace Compiled.Execution;

/// <summary>Brings an execution to where its recorded signals left it, without performing an effect.</summary>
public static class Folding
{
    /// <summary>
    /// Feeds the records to an execution that has not started. Gives what the kernel asked for last; what is outstanding then is
    /// <see cref="Execution{THistory}.Outstanding"/>.
    /// </summary>
    /// <exception cref="InvalidOperationException">The records are not of this definition and start.</exception>
    public static Next Fold<THistory>(Execution<THistory> execution, IReadOnlyList<SignalRecord> records, out Frame<THistory>? frame)
        where THistory : struct, IHistory
    {
        frame = null;
        Next next = Next.Idle;
        for (int i = 0; i < records.Count;)
        {
            SignalRecord record = records[i];
            bool isNext = frame is null
                ? !record.Inline && (next == Next.Idle || next == Next.Fail && record.Kind == SignalKind.Redrive)
                : record.Inline && record.Effect == frame.Effect;
            if (isNext)
            {
                next = execution.Advance(record.ToSignal(), out frame);
                i++;
            }
            else if (frame is not null)
                next = execution.Advance(new Signal(SignalKind.Resume, next == Next.Checkpoint ? frame.Effect : 0), out frame);
            else
                throw new InvalidOperationException($"The signal {record.Kind} for effect {record.Effect} is not one that the execution can get here.");
        }

        return next;
    }
}
