using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Compiled.Durable;
using Compiled.History;
using Compiled.Observation;
using Compiled.Observation.Logs;
using Compiled.Server.Machines;
using Compiled.WebConsole;

namespace Compiled.Server.Pages;

/// <summary>An Express execution as its machine's logging lets it be kept.</summary>
/// <param name="executionArn">Its ARN.</param>
/// <param name="start">When it started.</param>
/// <param name="machine">Its machine as it was then.</param>
/// <param name="logging">What is logged.</param>
internal sealed class RecentRun(string executionArn, DateTimeOffset start, KnownMachine machine, ExecutionLogSettings logging)
{
    // As many as a Standard execution may have; a loop of five minutes has millions.
    private const int MostEvents = 25_000;

    private static readonly JsonWriterOptions s_json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly List<ReadOnlyMemory<byte>> _events = [];
    private readonly List<EventOutline> _outlines = [];
    private string? _role, _versionArn, _aliasArn;
    private int _count;
    private long _bytes;
    private (ExecutionStatus Status, DateTimeOffset? Stop, string? Error, string? Cause) _end;

    public string ExecutionArn => executionArn;

    /// <summary>How many of its bytes its keeper has counted.</summary>
    public long Counted { get; set; }

    /// <summary>Who it is and how it stands.</summary>
    public ExecutionSummary Summary
    {
        get
        {
            lock (_events)
                return new ExecutionSummary(ExecutionArn, machine.Arn, NameOf(ExecutionArn), _end.Status, start, _end.Stop, 0, null);
        }
    }

    /// <summary>Takes events; gives how many bytes more it takes.</summary>
    public long Add(ExecutionStep step)
    {
        lock (_events)
        {
            long before = _bytes;
            foreach (HistoryEvent recorded in step.Events)
                Add(in recorded);
            HistoryEvent last = step.Events[^1];
            if (step.Status != ExecutionStatus.Running)
                _end = (step.Status, last.Timestamp, last.Error, last.Cause);
            return _bytes - before;
        }
    }

    /// <summary>All that is kept, as it is now.</summary>
    public ConsoleExpressExecution Snapshot()
    {
        lock (_events)
        {
            return new ConsoleExpressExecution
            {
                Summary = Summary,
                Definition = Settings.Definition,
                LogLevel = logging.Level.ToString().ToUpperInvariant(),
                IncludesData = logging.IncludeExecutionData,
                EventCount = _count,
                Events = [.. _events],
                Outlines = [.. _outlines],
                Error = _end.Error,
                Cause = _end.Cause,
                RoleArn = _role,
                StateMachineVersionArn = _versionArn,
                StateMachineAliasArn = _aliasArn,
            };
        }
    }

    // A version has a definition of its own.
    private MachineSettings Settings
        => _versionArn is not null && int.TryParse(_versionArn[(_versionArn.LastIndexOf(':') + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out int number) && machine.Versions.TryGetValue(number, out MachineVersion? version)
            ? version.Settings
            : machine.Machine.Settings;

    // The ARN ends with the name and a UUID.
    private static string NameOf(string arn) => arn.Split(':') is [.., var name, _] ? name : arn;

    private void Add(in HistoryEvent recorded)
    {
        _count++;
        if (recorded.Type == HistoryEventType.ExecutionStarted)
            ReadStart(in recorded);
        if (!logging.Includes(recorded.Type) || _events.Count >= MostEvents)
            return;
        ReadOnlyMemory<byte> json = Text(in recorded), kept = logging.IncludeExecutionData ? json.ToArray() : WithoutData(json);
        _events.Add(kept);
        _outlines.Add(EventOutline.Of(in recorded));
        _bytes += kept.Length + 100;
    }

    private void ReadStart(in HistoryEvent started)
    {
        JsonElement details = JsonElement.Parse(Text(in started).Span).GetProperty("executionStartedEventDetails");
        string? Detail(string name) => details.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;
        (_role, _versionArn, _aliasArn) = (Detail("roleArn"), Detail("stateMachineVersionArn"), Detail("stateMachineAliasArn"));
    }

    private static ReadOnlyMemory<byte> Text(in HistoryEvent recorded)
    {
        ArrayBufferWriter<byte> json = new(256);
        using (Utf8JsonWriter writer = new(json, s_json))
            recorded.WriteTo(writer);
        return json.WrittenMemory;
    }

    // FEATURES V-033.
    private static byte[] WithoutData(ReadOnlyMemory<byte> json)
    {
        JsonObject item = JsonNode.Parse(json.Span)!.AsObject();
        foreach ((_, JsonNode? member) in item)
        {
            if (member is not JsonObject details)
                continue;
            foreach (string name in new[] { "input", "inputDetails", "output", "outputDetails", "parameters", "assignedVariables", "assignedVariablesDetails" })
                details.Remove(name);
        }

        return Encoding.UTF8.GetBytes(item.ToJsonString());
    }
}
