using Compiled.Durable.Journal;

namespace Compiled.Benchmarks.Durable;

/// <summary>Hands the steps of a load to a journal through its writer.</summary>
internal sealed class JournalSteps(JournalWriter writer, JournalLoad load)
{
    private static readonly Guid s_writer = new("5b0f7a52-1a1b-4b1c-9d1e-3f2a4c5d6e7f");
    private readonly byte[] _body = new byte[load.BytesPerStep];

    public void HandIn(LoadClient client) => writer.Write(new Step(client, new Append
    {
        Execution = client.Execution,
        FirstEvent = (2 * client.Step) + 1,
        EventCount = 2,
        Body = _body,
        Writer = s_writer,
        Start = client.Step > 0 ? null : new ExecutionHead(
            "arn:aws:states:us-east-1:123456789012:stateMachine:Order", JournalNames.Of(client.Execution), MachineType.Standard, "abc", JournalNames.Ticks(client.Execution)),
        Status = client.Step == load.Steps - 1 ? new StatusChange(ExecutionStatus.Succeeded, JournalNames.Ticks(client.Execution), 0) : null,
    }));

    private sealed class Step(LoadClient client, Append append) : JournalWrite
    {
        private Appended _appended;

        public override void Apply(IJournalStore store) => _appended = store.Append(append);

        public override void Done(Exception? failure)
        {
            if (failure is not null || _appended != Appended.Committed)
                Environment.FailFast($"A step was {_appended}.", failure);
            client.Done();
        }
    }
}
