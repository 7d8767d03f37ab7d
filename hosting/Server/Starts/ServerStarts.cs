using System.Text;
using Compiled.Durable;
using Compiled.Events.Buses;
using Compiled.Events.Schedules;
using Compiled.Events.Status;
using Compiled.Server.Machines;
using Compiled.Tasks.Nested;
using Compiled.Values;
using Microsoft.Extensions.Logging;

namespace Compiled.Server.Starts;

/// <summary>Starts executions at events and times, and tells of status changes, as a configuration says.</summary>
internal sealed class ServerStarts : IAsyncDisposable
{
    private readonly StartsConfiguration _configuration;
    private readonly Func<IExecutionService> _executions;
    private readonly HttpClient? _client;
    private readonly WebhookSender? _webhook;
    private readonly Scheduler _scheduler;
    private readonly ScheduleMemoryInCatalog _memory;

    public ServerStarts(StepFunctionsOptions options, Func<IExecutionService> executions, MachineCatalog catalog, TimeProvider time, ILogger logger)
    {
        StartsConfiguration configuration = options.Starts;
        (_configuration, _executions) = (configuration, executions);
        Bus = new EventBus(options.Region, options.AccountId, time, logger);
        foreach (RuleStart rule in configuration.Rules)
            Bus.Put(RuleOf(rule));
        if (configuration.Webhook is { } webhook)
        {
            _client = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
            _webhook = new WebhookSender(_client, new WebhookOptions { Url = webhook.Url, Headers = webhook.Headers }, time, logger);
        }

        _memory = new ScheduleMemoryInCatalog(catalog, time);
        _scheduler = new Scheduler(_memory, time, logger);
    }

    /// <summary>Where events go, those of <c>PutEvents</c> too.</summary>
    public EventBus Bus { get; }

    /// <summary>Tells of status changes; null when nobody wants to know.</summary>
    /// <param name="describe">Gives an execution by its ARN.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Where failures are logged.</param>
    public StatusChanges? Changes(Func<string, ExecutionDescription> describe, TimeProvider time, ILogger logger)
        => _webhook is null && _configuration.Rules.Count == 0 ? null : new StatusChanges(describe, Tell, timeProvider: time, logger: logger);

    /// <summary>The schedules begin.</summary>
    public void Run()
    {
        foreach (ScheduleStart schedule in _configuration.Schedules)
            _scheduler.Put(ActionOf(schedule));
    }

    /// <summary>The schedules end; what is under way is broken off, and comes again.</summary>
    public ValueTask StopAsync() => _scheduler.DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        await Bus.DisposeAsync().ConfigureAwait(false);
        if (_webhook is not null)
            await _webhook.DisposeAsync().ConfigureAwait(false);
        _client?.Dispose();
    }

    private void Tell(JsonValue change)
    {
        Bus.Publish(change);
        _webhook?.TryAdd(change);
    }

    private EventRule RuleOf(RuleStart rule) => new()
    {
        Name = rule.Name,
        Pattern = rule.Read("$"),
        Targets =
        [
            .. rule.Targets.Select((target, index) => new EventTarget
            {
                Id = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{index + 1}"),
                Input = target.Read(),
                Deliver = (input, id, token) => StartAsync(target.StateMachine, input, id, token),
            }),
        ],
    };

    private ScheduledAction ActionOf(ScheduleStart schedule)
    {
        JsonValue input = schedule.Input is { } given ? JsonValue.Parse(Encoding.UTF8.GetBytes(given.GetRawText())) : JsonValue.EmptyObject;
        return new ScheduledAction
        {
            Name = schedule.Name,
            Schedule = schedule.Read("$"),
            Start = _memory.StartOf(schedule.Name),
            Missed = schedule.Missed,
            Do = (occurrence, token) => StartAsync(schedule.StateMachine, input, occurrence.Id, token),
        };
    }

    // Who delivers twice gives the same id, whose execution is there.
    private async Task StartAsync(string machine, JsonValue input, string id, CancellationToken cancellationToken)
    {
        try
        {
            await _executions().StartAsync(new ExecutionRequest { StateMachine = machine, Name = id.Length == 0 ? Guid.NewGuid().ToString() : id, Input = input }, cancellationToken).ConfigureAwait(false);
        }
        catch (ExecutionServiceException refused) when (refused.Code == "ExecutionAlreadyExists")
        {
        }
    }
}
