using Compiled;
using Compiled.Durable;
using Compiled.Graph;
using Compiled.Values;
using Compiled.WebConsole.Model;
using Console.Tests.Host;

namespace Console.Tests.Model;

/// <summary>What a history says of the states of an execution. FEATURES V-008 to V-011, X-060 to X-067.</summary>
public sealed class ModelTests
{
    [Fact]
    public async Task Model_OfAnOrder_HasVisitsAttemptsLanesAndWays()
    {
        await using ConsoleHost host = await ConsoleHost.StartAsync();
        int charged = 0;
        host.Handlers.Add("check-order", static input => input).Add("ship", static input => input)
            .Add("charge", input => ++charged == 1 ? JsonValue.Failure(new Fault("CardBusy", "Try again.")) : input)
            .Add("reserve", static input => input.ToString().Contains("desk", StringComparison.Ordinal) ? JsonValue.Failure(new Fault("OutOfStock", "None left.")) : input);
        await host.CreateAsync("Order", Samples.Order);
        ExecutionModel model = ModelOf(host, await host.RunExecutionAsync("Order", Samples.OrderInput));

        Assert.Equal(
            ["Check order Succeeded", "Large order? Succeeded", "Prepare Succeeded", "Ship Succeeded", "Order done Succeeded"],
            model.Root.Visits.Select(Line));
        StateVisit prepare = model.Root.Visits[2], charge = prepare.Lanes[0].Visits[0], pick = prepare.Lanes[1].Visits[0];
        Assert.Equal(["Charge card Succeeded"], prepare.Lanes[0].Visits.Select(Line));
        Assert.Equal([(true, "CardBusy"), (false, null)], charge.Attempts.Select(static attempt => (attempt.IsFailed, attempt.Error)));
        Assert.Equal((3, 3), (pick.ItemCount, pick.Lanes.Count));
        Assert.Equal(["Reserve Caught", "Order more Succeeded", "Pack Succeeded"], pick.Lanes.Single(static lane => lane.Index == 1).Visits.Select(Line));
        Assert.All(pick.Lanes, static lane => Assert.Equal(LaneStatus.Succeeded, lane.Status));
        Assert.Equal(1, model.Transitions[("Large order?", "Prepare")]);
        Assert.Equal(2, model.Transitions[("Reserve", "Pack")]);
        Assert.True(model.HasEnded);
        Assert.Null(model.FailedAt);
        Assert.Equal(model.Events.Count, model.Events[^1].Id);
    }

    [Fact]
    public async Task Model_OfAFailureInABranch_FailsWhatIsAroundItAndCancelsTheRest()
    {
        await using ConsoleHost host = await ConsoleHost.StartAsync();
        host.Handlers.Add("check-order", static input => input).Add("charge", static _ => JsonValue.Failure(new Fault("CardLost", "Ask the bank.")))
            .Add("reserve", static async (_, _, cancellation) => { await Task.Delay(Timeout.Infinite, cancellation); return default; });
        await host.CreateAsync("Order", Samples.Order);
        string arn = await host.RunExecutionAsync("Order", Samples.OrderInput);
        ExecutionModel model = ModelOf(host, arn);

        StateVisit prepare = model.Root.Visits[^1], pick = prepare.Lanes[1].Visits[0];
        Assert.Equal(("Prepare Failed", "CardLost"), (Line(prepare), prepare.Error));
        Assert.Equal("Charge card Failed", Line(prepare.Lanes[0].Visits[0]));
        Assert.Equal("Pick items Cancelled", Line(pick));
        Assert.All(pick.Lanes, static lane => Assert.Equal(LaneStatus.Aborted, lane.Status));
        Assert.Equal("CardLost", model.Error);
        Assert.NotNull(model.FailedAt);
    }

    [Fact]
    public async Task Model_OfARedrive_GoesOnInTheVisitsThatFailed()
    {
        await using ConsoleHost host = await ConsoleHost.StartAsync();
        bool isMended = false;
        host.Handlers.Add("each", input => input.ToString() == "\"bad\"" && !isMended ? JsonValue.Failure(new Fault("Bad", null)) : input);
        await host.CreateAsync("Each", Samples.Each);
        string arn = await host.RunExecutionAsync("Each", """{"items":["a","bad","b","bad"]}""");
        StateVisit failed = ModelOf(host, arn).Root.Visits[0];
        Assert.Equal(("Each Failed", "Bad"), (Line(failed), failed.Error));

        isMended = true;
        await host.Executions.RedriveAsync(arn);
        await host.Executions.WaitAsync(arn);
        ExecutionModel model = ModelOf(host, arn);

        StateVisit each = Assert.Single(model.Root.Visits);
        Assert.Equal(("Each Succeeded", 4), (Line(each), each.Lanes.Count));
        Assert.All(each.Lanes, static lane => Assert.Equal("Do Succeeded", Line(Assert.Single(lane.Visits))));
        Assert.Equal((null, null), (model.Error, model.FailedAt));
    }

    [Fact]
    public async Task Model_OfAStop_CancelsWhatWasOpen()
    {
        await using ConsoleHost host = await ConsoleHost.StartAsync();
        await host.CreateAsync("Wait", """{"StartAt":"Wait","States":{"Wait":{"Type":"Wait","Seconds":3600,"End":true}}}""");
        string arn = await host.StartExecutionAsync("Wait");
        Assert.Equal(["Wait Running"], ModelOf(host, arn).Root.Visits.Select(Line));
        await host.Executions.StopExecutionAsync(arn, "Enough", "It takes too long.");

        ExecutionModel model = ModelOf(host, arn);

        Assert.Equal(["Wait Cancelled"], model.Root.Visits.Select(Line));
        Assert.Equal(("Enough", "It takes too long."), (model.Error, model.Cause));
    }

    [Fact]
    public async Task Model_OfAFailedEvaluation_FindsItsState()
    {
        await using ConsoleHost host = await ConsoleHost.StartAsync();
        await host.CreateAsync("Eval", """{"QueryLanguage":"JSONata","StartAt":"A","States":{"A":{"Type":"Pass","Next":"B"},"B":{"Type":"Pass","Output":"{% $number('x') %}","End":true}}}""");
        ExecutionModel model = ModelOf(host, await host.RunExecutionAsync("Eval"));

        Assert.Equal(["A Succeeded", "B Failed"], model.Root.Visits.Select(Line));
        Assert.Equal(("States.QueryEvaluationError", "B"), (model.FailedAt!.Error, model.FailedAt.Name));
    }

    [Fact]
    public async Task Overlay_WithAChosenIteration_ShowsThatOneOnly()
    {
        await using ConsoleHost host = await ConsoleHost.StartAsync();
        host.Handlers.Add("each", static input => input.ToString() == "\"bad\"" ? JsonValue.Failure(new Fault("Bad", null)) : input);
        await host.CreateAsync("Each", Samples.Each);
        ExecutionModel model = ModelOf(host, await host.RunExecutionAsync("Each", """{"items":["a","bad","b"]}"""));

        ExecutionOverlay all = ExecutionOverlay.Of(model, new Dictionary<string, int>()), first = ExecutionOverlay.Of(model, new Dictionary<string, int> { ["Each"] = 0 });

        Assert.Equal((StateOutcome.Failed, 3), (all.Tallies["Do"].Outcome, all.Tallies["Do"].Total));
        Assert.Equal((StateOutcome.Succeeded, 1), (first.Tallies["Do"].Outcome, first.Tallies["Do"].Total));
        Assert.Equal(["Each"], all.Maps.Keys);
    }

    [Fact]
    public async Task Model_OfHalfAHistoryAndTheRest_IsThatOfTheWhole()
    {
        await using ConsoleHost host = await ConsoleHost.StartAsync();
        await host.CreateAsync("Loop", Samples.Loop);
        string arn = await host.RunExecutionAsync("Loop", """{"n":50}""");
        IReadOnlyList<EventOutline> events = host.Executions.Reader.ReadOutlines(arn, 1, 100_000);
        ExecutionModel whole = ModelOf(host, arn), parts = new();
        foreach (EventOutline e in host.Executions.Reader.ReadOutlines(arn, 1, 77))
            parts.Append(in e);
        Assert.Equal(77, parts.Events.Count);
        foreach (EventOutline e in host.Executions.Reader.ReadOutlines(arn, 78, 100_000))
            parts.Append(in e);

        Assert.Equal(events.Count, parts.Events.Count);
        Assert.Equal(whole.Visits.Select(Line), parts.Visits.Select(Line));
        Assert.Equal(50, ExecutionOverlay.Of(parts, new Dictionary<string, int>()).Tallies["Count"].Total);
    }

    private static ExecutionModel ModelOf(ConsoleHost host, string arn) => new ExecutionModels(host.Executions.Reader).Use(arn, static model => model);

    private static string Line(StateVisit visit) => $"{visit.Name} {visit.Outcome}";
}
