using System.Collections.Concurrent;
using System.Globalization;
using Compiled.Events.Inputs;
using Compiled.Values;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Compiled.Events.Buses;

/// <summary>
/// Takes events and hands them to the targets of the rules that they match. Each target has a queue of its own: it gets its events one after the other, in order, and holds up
/// nobody else. What waits in a queue is lost with the process. Any thread may call.
/// </summary>
public sealed class EventBus : IAsyncDisposable
{
    private static readonly Key
        Version = Key.Of("version"), Id = Key.Of("id"), DetailType = Key.Of("detail-type"), Source = Key.Of("source"), Account = Key.Of("account"),
        Time = Key.Of("time"), Region = Key.Of("region"), Resources = Key.Of("resources"), Detail = Key.Of("detail");

    private readonly ConcurrentDictionary<string, Held> _rules = new(StringComparer.Ordinal);
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly string _region, _accountId;

    /// <summary>Makes a bus without rules.</summary>
    /// <param name="region">The region in events and ARNs.</param>
    /// <param name="accountId">The account in events and ARNs, 12 digits.</param>
    /// <param name="timeProvider">The clock; the system's unless said.</param>
    /// <param name="logger">Where failures are logged; nowhere unless said.</param>
    public EventBus(string region = "us-east-1", string accountId = "123456789012", TimeProvider? timeProvider = null, ILogger? logger = null)
        => (_region, _accountId, _time, _logger) = (region, accountId, timeProvider ?? TimeProvider.System, logger ?? NullLogger.Instance);

    /// <summary>The rules, by name.</summary>
    public IReadOnlyList<EventRule> Rules => [.. _rules.Values.Select(static held => held.Rule).OrderBy(static rule => rule.Name, StringComparer.Ordinal)];

    /// <summary>Adds a rule, in place of one of the same name, whose targets get what they have waiting.</summary>
    public void Put(EventRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        Held held = new(rule, [.. rule.Targets.Select(target => (target, QueueOf(rule, target)))]);
        Held? before = null;
        _rules.AddOrUpdate(rule.Name, held, (_, old) =>
        {
            before = old;
            return held;
        });
        before?.Drain();
    }

    /// <summary>Takes a rule away; false when there is none of that name. Its targets get what they have waiting.</summary>
    public bool Remove(string name)
    {
        if (!_rules.TryRemove(name, out Held? held))
            return false;
        held.Drain();
        return true;
    }

    /// <summary>
    /// Does what the operation <c>PutEvents</c> does: <c>{"Entries": [{"Source", "DetailType", "Detail", "Resources"?, "Time"?}]}</c> in, <c>{"FailedEntryCount", "Entries":
    /// [{"EventId"} or {"ErrorCode", "ErrorMessage"}]}</c> out. <c>Detail</c> is JSON text of an object; <c>Time</c> seconds since 1970.
    /// </summary>
    public JsonValue PutEvents(JsonValue request)
    {
        List<JsonValue> answers = [];
        int failed = 0;
        foreach (JsonValue entry in request.Get("Entries").Items())
        {
            (JsonValue built, JsonValue failure) = EventEntry.Build(in entry, this);
            if (!built.IsMissing)
                Publish(built);
            failed += built.IsMissing ? 1 : 0;
            answers.Add(built.IsMissing ? failure : JsonValue.Object(new JsonProperty(Key.Of("EventId"), built[Id])));
        }

        return JsonValue.Object(new(Key.Of("FailedEntryCount"), failed), new(Key.Of("Entries"), JsonValue.ArrayOf([.. answers])));
    }

    /// <summary>Hands an event in EventBridge's form to every target whose rule it matches; returns before they have it.</summary>
    /// <returns>How many targets will get it.</returns>
    public int Publish(JsonValue @event)
    {
        int count = 0;
        DateTimeOffset now = _time.GetUtcNow();
        foreach (Held held in _rules.Values)
        {
            if (!held.Rule.Pattern.Matches(@event))
                continue;
            foreach ((_, DeliveryQueue<Arrived> queue) in held.Targets)
                count += queue.TryAdd(new Arrived(@event, now)) ? 1 : 0;
        }

        return count;
    }

    /// <summary>Completes when all that waits now is delivered or given up. Takes no more events.</summary>
    public Task DrainAsync() => Task.WhenAll(_rules.Values.SelectMany(static held => held.Targets).Select(static target => target.Queue.DrainAsync()));

    /// <summary>Stops at once; what waits is lost.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach ((_, DeliveryQueue<Arrived> queue) in _rules.Values.SelectMany(static held => held.Targets))
            await queue.DisposeAsync().ConfigureAwait(false);
        _rules.Clear();
    }

    internal JsonValue EventOf(string source, string detailType, in JsonValue detail, in JsonValue resources, DateTimeOffset? time) => JsonValue.Object(
        new(Version, "0"),
        new(Id, Guid.NewGuid().ToString()),
        new(DetailType, detailType),
        new(Source, source),
        new(Account, _accountId),
        new(Time, (time ?? _time.GetUtcNow()).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)),
        new(Region, _region),
        new(Resources, resources.IsArray ? resources : JsonValue.EmptyArray),
        new(Detail, detail));

    private DeliveryQueue<Arrived> QueueOf(EventRule rule, EventTarget target)
    {
        string arn = $"arn:aws:events:{_region}:{_accountId}:rule/{rule.Name}";
        return new DeliveryQueue<Arrived>($"{rule.Name}/{target.Id}", DeliverAsync, target.Delivery, _time, _logger);

        Task DeliverAsync(Arrived arrived, CancellationToken cancellationToken)
        {
            JsonValue input;
            try
            {
                input = target.Input.Of(arrived.Event, new RuleContext(rule.Name, arn, arrived.Time));
            }
            catch (TargetInputException fault)
            {
                throw new DeliveryRefusedException(fault.Message);
            }

            return target.Deliver(input, arrived.Event[Id] is { IsString: true } id ? id.AsString() : "", cancellationToken);
        }
    }

    private sealed record Arrived(JsonValue Event, DateTimeOffset Time);

    private sealed record Held(EventRule Rule, IReadOnlyList<(EventTarget Target, DeliveryQueue<Arrived> Queue)> Targets)
    {
        public void Drain()
        {
            foreach ((_, DeliveryQueue<Arrived> queue) in Targets)
                _ = queue.DrainAsync();
        }
    }
}
