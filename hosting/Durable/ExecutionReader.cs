using System.Text.Json;
using Compiled.Durable.Engine;
using Compiled.Durable.Journal;
using Compiled.Execution;
using Compiled.MapRuns;
using Compiled.Values;

namespace Compiled.Durable;

/// <summary>
/// Looks at the executions of a store, whoever owns it: what the describing and listing operations of AWS's API do. Any thread may call.
/// </summary>
public sealed partial class ExecutionReader
{
    private const int LargestPage = 1000, CountedTokens = 10;

    private static readonly TimeSpan s_tokenLife = TimeSpan.FromMinutes(15);

    private readonly IJournalReader _store;
    private readonly LocalArns _arns;
    private readonly TimeProvider _time;
    private readonly Func<long, string?> _waiting;
    private readonly Definitions _definitions;
    private readonly Func<string, string, MachineType, Workflow?>? _compile;

    /// <summary>Looks at a store.</summary>
    /// <param name="store">The store.</param>
    /// <param name="options">Its region and account make the ARNs of machines that are asked for by name; its compiler serves <see cref="Verify"/>.</param>
    public ExecutionReader(IJournalReader store, DurableOptions? options = null)
        : this(store, options, static _ => null, static _ => null, null)
    {
    }

    internal ExecutionReader(IJournalReader store, DurableOptions? options, Func<long, string?> waiting, Func<string, MapRun?> liveMapRun, Definitions? definitions)
    {
        ArgumentNullException.ThrowIfNull(store);
        options ??= new DurableOptions();
        (_store, _arns, _waiting) = (store, new LocalArns(options.Region, options.AccountId), waiting);
        (_time, _liveMapRun) = (options.TimeProvider, liveMapRun);
        (_definitions, _compile) = (definitions ?? Compile, options.CompileDefinition);
    }

    /// <summary>The workflow that an execution runs by; null, and why, when there is none.</summary>
    internal delegate Workflow? Definitions(ExecutionRow row, out string? trouble);

    /// <summary>Everything about an execution but its history. FEATURES P-083.</summary>
    /// <exception cref="ExecutionDoesNotExistException">There is no such execution.</exception>
    public ExecutionDescription Describe(string executionArn) => Describe(RowOf(executionArn));

    /// <summary>Executions, newest first. FEATURES P-084.</summary>
    /// <param name="query">Which ones; all when left out.</param>
    /// <param name="nextToken">From the page before; null for the first page.</param>
    /// <param name="maxResults">1 to 1,000.</param>
    /// <exception cref="MapRunDoesNotExistException">There is no such Map Run.</exception>
    /// <exception cref="InvalidPageTokenException">The token is none that a page gave.</exception>
    public ExecutionPage List(ExecutionQuery? query = null, string? nextToken = null, int maxResults = 100)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxResults, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(maxResults, LargestPage);
        query ??= new ExecutionQuery();
        ExecutionFilter filter = new()
        {
            StateMachineArn = query.Machine is null ? null
                : query.Machine.StartsWith("arn:", StringComparison.Ordinal) ? query.Machine : _arns.StateMachine(query.Machine),
            Version = query.Version,
            Alias = query.Alias,
            Status = query.Status,
            NamePrefix = query.NamePrefix,
            StartedFromTicks = query.StartedFrom?.UtcTicks,
            StartedBeforeTicks = query.StartedBefore?.UtcTicks,
            IsRedriven = query.IsRedriven,
            WithItems = query.WithItems,
            MapRun = query.MapRun is null || MapRunOf(query.MapRun) is not { } run ? null : (run.Execution, run.Effect),
            BeforeId = nextToken is null ? null : PageToken.Read(nextToken),
        };
        IReadOnlyList<ExecutionRow> rows = _store.List(filter, maxResults + 1);
        IEnumerable<ExecutionRow> page = rows.Take(maxResults);
        return new ExecutionPage([.. page.Select(Summary)], rows.Count > maxResults ? PageToken.Write(rows[maxResults - 1].Id) : null);
    }

    /// <summary>How many executions there are of each status, children of distributed Maps too.</summary>
    public IReadOnlyDictionary<ExecutionStatus, long> CountByStatus() => _store.CountByStatus();

    /// <summary>The events of an execution in AWS's JSON form. FEATURES P-086.</summary>
    /// <param name="executionArn">The execution.</param>
    /// <param name="reverse">The newest first.</param>
    /// <param name="nextToken">From the page before; null for the first page.</param>
    /// <param name="maxResults">1 to 1,000.</param>
    /// <exception cref="ExecutionDoesNotExistException">There is no such execution.</exception>
    /// <exception cref="InvalidPageTokenException">The token is none that a page gave.</exception>
    public HistoryPage GetHistory(string executionArn, bool reverse = false, string? nextToken = null, int maxResults = 100)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxResults, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(maxResults, LargestPage);
        ExecutionRow row = RowOf(executionArn);
        long from = nextToken is null ? reverse ? long.MaxValue : 1 : PageToken.Read(nextToken);
        int last = _store.LastEvent(row.Id), start = (int)Math.Clamp(from, 1, int.MaxValue);
        if (reverse)
            start = Math.Min(start, last);
        // The page alone is read, and of its segments what stands before it is passed over.
        (int first, int end) = reverse ? (Math.Max(1, start - maxResults + 1), start) : (start, (int)Math.Min(last, start + (long)maxResults - 1));
        if (end < first)
            return new HistoryPage([], null);
        List<JsonElement> page = [.. ReadEvents(row.Id, first, end).Select(static json => JsonElement.Parse(json.Span))];
        if (reverse)
            page.Reverse();
        int next = reverse ? first - 1 : end + 1;
        return new HistoryPage(page, (reverse ? next >= 1 : next <= last) ? PageToken.Write(next) : null);
    }

    /// <summary>Whether an execution can be redriven now, and why not. FEATURES X-045.</summary>
    /// <exception cref="ExecutionDoesNotExistException">There is no such execution.</exception>
    public RedriveStatus GetRedriveStatus(string executionArn) => RedriveStatusOf(RowOf(executionArn), _time.GetUtcNow());

    /// <summary>The definition that an execution keeps to its end; that of a distributed Map's child is the whole machine's. FEATURES P-042.</summary>
    /// <exception cref="ExecutionDoesNotExistException">There is no such execution.</exception>
    /// <exception cref="JournalMismatchException">The journal has lost it.</exception>
    public StoredDefinition GetDefinition(string executionArn)
    {
        string hash = RowOf(executionArn).Head.DefinitionHash.Split('/')[0];
        return _store.FindDefinition(hash) ?? throw new JournalMismatchException($"The journal has no definition {hash}.");
    }

    internal RedriveStatus RedriveStatusOf(ExecutionRow row, DateTimeOffset now)
    {
        int events = _store.LastEvent(row.Id);
        return Redrive.StatusOf(
            row.Status, new DateTimeOffset(row.Head.StartedTicks, TimeSpan.Zero), new DateTimeOffset(row.EndedTicks, TimeSpan.Zero), events, now, isMapRunChild: row.Head.Item >= 0);
    }

    /// <summary>The redrive by a token that still counts; null when there is none. FEATURES X-044.</summary>
    internal DateTimeOffset? RedriveOf(ExecutionRow row, string clientToken, DateTimeOffset now)
    {
        List<SignalRecord> signals = [];
        foreach (Segment segment in row.RedriveCount == 0 ? [] : _store.ReadSegments(row.Id))
            SegmentBody.ReadSignals(segment.Body.Span, signals);
        // AWS: the last ten tokens that redrove the execution, for 15 minutes each.
        SignalRecord found = signals.Where(static signal => signal.Kind == SignalKind.Redrive && !signal.Value.IsMissing).TakeLast(CountedTokens)
            .LastOrDefault(signal => signal.Value.AsString() == clientToken);
        return found.Kind == SignalKind.Redrive && now - found.Time <= s_tokenLife ? found.Time : null;
    }

    internal static ExecutionSummary Summary(ExecutionRow row) => new(
        LocalArns.Execution(row.Head.StateMachineArn, row.Head.Name), row.Head.StateMachineArn, row.Head.Name, row.Status,
        Time(row.Head.StartedTicks)!.Value, Time(row.EndedTicks), row.RedriveCount, Time(row.RedrivenTicks))
    { Version = row.Head.Version, Alias = row.Head.Alias };

    internal ExecutionDescription Describe(ExecutionRow row)
    {
        ExecutionStart start = StartOf(row.Id);
        (JsonValue output, string? error, string? cause) = row.Status == ExecutionStatus.Running ? default : Outcome(row.Id);
        return new ExecutionDescription
        {
            Summary = Summary(row),
            Input = start.Input,
            Output = output,
            Error = error,
            Cause = cause,
            Waiting = _waiting(row.Id),
            RoleArn = start.RoleArn,
            StateMachineVersionArn = start.StateMachineVersionArn,
            StateMachineAliasArn = start.StateMachineAliasArn,
            TraceHeader = start.TraceHeader,
            MapRunArn = row.Head.Item < 0 ? null : _store.ListMapRuns(row.Head.Parent, row.Head.ParentEffect - 1, 1).FirstOrDefault()?.Arn,
        };
    }

    private (JsonValue Output, string? Error, string? Cause) Outcome(long id)
    {
        int end = _store.LastEvent(id);
        JsonElement last = JsonElement.Parse(ReadEvents(id, end, end)[0].Span);
        foreach (System.Text.Json.JsonProperty member in last.EnumerateObject())
        {
            if (member.Value.ValueKind != JsonValueKind.Object)
                continue;
            return (member.Value.TryGetProperty("output", out JsonElement output) ? JsonValue.Parse(System.Text.Encoding.UTF8.GetBytes(output.GetString()!)) : default,
                Text(member.Value, "error"), Text(member.Value, "cause"));
        }

        return default;
    }

    private static string? Text(JsonElement details, string name) => details.TryGetProperty(name, out JsonElement text) ? text.GetString() : null;

    private static DateTimeOffset? Time(long ticks) => ticks == 0 ? null : new DateTimeOffset(ticks, TimeSpan.Zero);

    internal ExecutionStart StartOf(long id) => SegmentBody.ReadStart(_store.ReadSegments(id, 1, 1)[0].Body.Span)!.Value;

    internal ExecutionRow RowOf(string executionArn)
    {
        ArgumentNullException.ThrowIfNull(executionArn);
        return LocalArns.Parse(executionArn) is var (machine, name) && _store.Find(machine, name) is { } row
            ? row
            : throw new ExecutionDoesNotExistException(executionArn);
    }
}
