using Compiled;
using Compiled.Durable.Journal;
using static Durable.Tests.Contract.Samples;

namespace Durable.Tests.Contract;

/// <summary>What an append does to an execution, and what it refuses.</summary>
public abstract class AppendContract<TStore> : IDisposable
    where TStore : StoreUnderTest, new()
{
    private readonly TStore _under = new();

    private IJournalStore Store => _under.Store;

    public void Dispose() => _under.Dispose();

    [Fact]
    public void Append_StartAndSteps_AreReadInOrder()
    {
        Assert.Equal([Appended.Committed, Appended.Committed, Appended.Committed], Store.Write(Start(7), Step(7, 3, 2), Step(7, 5)));

        Assert.Equal(["1+2 7:1", "3+2 7:3", "5+1 7:5"], Store.Lines(7));
        Assert.Equal(new ExecutionRow(7, Head("e7"), ExecutionStatus.Running, 0, 0, 0), Store.Find(7));
        Assert.Equal(7, Store.Find(Machine, "e7")!.Id);
        Assert.Equal(7, Store.LastExecution());
    }

    [Fact]
    public void Append_AllOfAHead_IsKept()
    {
        ExecutionHead head = Head("größe ✓", OtherMachine, 638_000_000_000_000_000, parent: 3, effect: 12, item: 41, definition: "ffff");

        Store.Write(Start(9, head));

        Assert.Equal(head, Store.Find(9)!.Head);
    }

    [Fact]
    public void Append_EmptyBody_IsReadAsEmpty()
    {
        Store.Write(new Append { Execution = 1, FirstEvent = 1, EventCount = 1, Body = default, Writer = Writer, Start = Head("a") });

        Segment segment = Assert.Single(Store.ReadSegments(1));
        Assert.Equal((1, 1, 0), (segment.FirstEvent, segment.EventCount, segment.Body.Length));
    }

    [Fact]
    public void Append_SameStepOfSameWriter_IsAlreadyMine()
    {
        Store.Write(Start(1), Step(1, 3));

        Assert.Equal([Appended.AlreadyMine, Appended.AlreadyMine], Store.Write(Step(1, 3), Start(1)));
        Assert.Equal(["1+2 1:1", "3+1 1:3"], Store.Lines(1));
    }

    [Fact]
    public void Append_KeyOfAnotherWriter_IsFencedAndChangesNothing()
    {
        Store.Write(Start(1), Step(1, 3, parked: 50));

        Append zombie = Step(1, 3, 9, OtherWriter, Ended(ExecutionStatus.Failed, 77), null, new TaskChange("a", 1, true));
        Assert.Equal([Appended.Fenced, Appended.Committed], Store.Write(zombie, Step(1, 4, parked: 60)));

        Assert.Equal(["1+2 1:1", "3+1 1:3", "4+1 1:4"], Store.Lines(1));
        Assert.Equal((ExecutionStatus.Running, 60L), (Store.Find(1)!.Status, Store.NextParkedAfter(0)!.Value));
        Assert.Empty(Store.ListTasks("a", 0, 10));
    }

    [Fact]
    public void Append_TwoWritersInTurn_OneHasEachKey()
    {
        Store.Write(Start(1));
        List<Appended> outcomes = [];
        for (int first = 3; first < 103; first++)
        {
            Guid[] order = first % 3 == 0 ? [OtherWriter, Writer] : [Writer, OtherWriter];
            outcomes.AddRange(Store.Write(Step(1, first, writer: order[0]), Step(1, first, writer: order[1])));
        }

        Assert.Equal(100, outcomes.Count(static outcome => outcome == Appended.Committed));
        Assert.Equal(100, outcomes.Count(static outcome => outcome == Appended.Fenced));
        Assert.Equal(Enumerable.Range(3, 100), Store.ReadSegments(1).Skip(1).Select(static segment => segment.FirstEvent));
    }

    [Fact]
    public void Append_NameOfAnotherExecution_IsTakenAndChangesNothing()
    {
        Store.Write(Start(1, "a"));

        Assert.Equal([Appended.NameTaken, Appended.Committed, Appended.Committed], Store.Write(Start(2, "a"), Start(3, "a", OtherMachine), Start(4, "A")));
        Assert.Null(Store.Find(2));
        Assert.Empty(Store.Lines(2));
        Assert.Equal((1, 3, 4), (Store.Find(Machine, "a")!.Id, Store.Find(OtherMachine, "a")!.Id, Store.Find(Machine, "A")!.Id));
    }

    [Fact]
    public void Append_StartOfAnExecutionThatIsThere_IsFenced()
    {
        Store.Write(Start(1, "a"));

        Append again = new() { Execution = 1, FirstEvent = 5, EventCount = 1, Body = Body("x"), Writer = Writer, Start = Head("b") };
        Assert.Equal([Appended.Fenced, Appended.Fenced], Store.Write(again, Start(1, "b", writer: OtherWriter)));
        Assert.Equal(["1+2 1:1"], Store.Lines(1));
        Assert.Null(Store.Find(Machine, "b"));
    }

    [Fact]
    public void Append_ExecutionThatNobodyStarted_IsFenced()
    {
        Assert.Equal([Appended.Fenced], Store.Write(Step(5, 3, parked: 10)));
        Assert.Empty(Store.Lines(5));
        Assert.Null(Store.NextParkedAfter(0));
    }

    [Fact]
    public void Append_StepWithoutEvents_IsMisuse()
    {
        Store.Begin();
        Assert.Throws<ArgumentOutOfRangeException>(() => Store.Append(Step(1, 3, 0)));
        Store.Rollback();
    }

    [Fact]
    public void Append_EndAndRedrive_ChangeTheRow()
    {
        Store.Write(Start(1), Step(1, 3, status: Ended(ExecutionStatus.Failed, 2000)));
        Assert.Equal(new ExecutionRow(1, Head("e1"), ExecutionStatus.Failed, 2000, 0, 0), Store.Find(1));

        Store.Write(Step(1, 4, status: Ended(ExecutionStatus.Running, 3000, 1)));
        Assert.Equal(new ExecutionRow(1, Head("e1"), ExecutionStatus.Running, 0, 1, 3000), Store.Find(1));

        Store.Write(Step(1, 5, status: Ended(ExecutionStatus.Succeeded, 4000, 1)));
        Assert.Equal(new ExecutionRow(1, Head("e1"), ExecutionStatus.Succeeded, 4000, 1, 3000), Store.Find(1));
    }

    [Fact]
    public void Append_StartThatEndsAtOnce_HasEnded()
    {
        Append whole = new()
        {
            Execution = 1,
            FirstEvent = 1,
            EventCount = 6,
            Body = Body("all"),
            Writer = Writer,
            Start = Head("a"),
            Status = Ended(ExecutionStatus.Aborted, 1500),
        };

        Assert.Equal([Appended.Committed], Store.Write(whole));
        Assert.Equal(new ExecutionRow(1, Head("a"), ExecutionStatus.Aborted, 1500, 0, 0), Store.Find(1));
        Assert.Empty(Store.ListUnparked(0, 10));
    }

    [Fact]
    public void ReadSegments_FromAnEvent_BeginsWithTheSegmentThatHoldsIt()
    {
        Store.Write(Start(1), Step(1, 3, 4), Step(1, 7), Start(2));

        Assert.Equal(["3+4 1:3", "7+1 1:7"], Store.Lines(1, 3));
        Assert.Equal(["3+4 1:3", "7+1 1:7"], Store.Lines(1, 6));
        Assert.Equal(["7+1 1:7"], Store.Lines(1, 7));
        Assert.Empty(Store.Lines(1, 8));
        Assert.Equal(3, Store.Lines(1, -1).Length);
        Assert.Empty(Store.Lines(99));
    }

    [Fact]
    public void ReadSegments_ToAnEvent_EndsWithTheSegmentThatHoldsIt()
    {
        Store.Write(Start(1), Step(1, 3, 4), Step(1, 7), Start(2));

        Assert.Equal(["3+4 1:3"], Store.Lines(1, 3, 6));
        Assert.Equal(["3+4 1:3"], Store.Lines(1, 5, 5));
        Assert.Equal(["3+4 1:3", "7+1 1:7"], Store.Lines(1, 6, 7));
        Assert.Single(Store.Lines(1, 1, 2));
        Assert.Empty(Store.Lines(1, 6, 2));
    }

    [Fact]
    public void LastEvent_OfAnExecution_IsThatOfItsLastSegment()
    {
        Store.Write(Start(1), Step(1, 3, 4), Step(1, 7), Start(2));

        Assert.Equal((7, 2, 0), (Store.LastEvent(1), Store.LastEvent(2), Store.LastEvent(3)));
    }

    [Fact]
    public void Append_WhatWasFoundNowhere_IsNull()
    {
        Assert.Null(Store.Find(1));
        Assert.Null(Store.Find(Machine, "a"));
        Assert.Null(Store.FindDefinition("a"));
        Assert.Null(Store.NextParkedAfter(0));
        Assert.Equal(0, Store.LastExecution());
        Assert.Empty(Store.CountByStatus());
    }
}
