using System.Globalization;
using System.Text.RegularExpressions;

namespace Conformance.Fuzzing;

/// <summary>What a fuzzing run went through, counted, and where two runs of a pair differed.</summary>
internal sealed partial class FuzzReport
{
    private readonly SortedDictionary<string, int> _statuses = new(StringComparer.Ordinal), _states = new(StringComparer.Ordinal), _causes = new(StringComparer.Ordinal);
    private readonly int[] _endings = new int[Enum.GetValues<FuzzEnding>().Length];

    /// <summary>Whether each machine is written to standard error as it is run, as where only one is.</summary>
    public bool ShowsMachines { get; init; }

    public int Machines { get; private set; }

    public int MachinesWithPath { get; private set; }

    public int Pairs { get; private set; }

    /// <summary>The pairs that ended otherwise without a history, each with its smallest machine.</summary>
    public List<string> Differences { get; } = [];

    /// <summary>How many pairs left the path, or never had one, in this way.</summary>
    public int Count(FuzzEnding ending) => _endings[(int)ending];

    public void Add(FuzzMachine machine, bool hasPath)
    {
        Machines++;
        MachinesWithPath += hasPath ? 1 : 0;
        foreach (string type in machine.Definition["States"]!.AsObject().Select(static state => state.Value!["Type"]!.ToString()))
            _states[type] = _states.GetValueOrDefault(type) + 1;
    }

    public void Add(FuzzOutcome outcome, FuzzEnding ending)
    {
        Pairs++;
        _endings[(int)ending]++;
        string status = outcome.Error is null ? outcome.Status : $"{outcome.Status} {FuzzOutcome.Shorten(outcome.Error)}";
        _statuses[status] = _statuses.GetValueOrDefault(status) + 1;
        if (outcome.Error?.StartsWith("States.", StringComparison.Ordinal) == true && outcome.Cause is { } cause)
        {
            // Names and numbers aside, causes are few.
            string kind = Quoted().Replace(cause, "…");
            _causes[kind] = _causes.GetValueOrDefault(kind) + 1;
        }
    }

    /// <summary>The report, in lines.</summary>
    public IEnumerable<string> Lines()
    {
        foreach (string difference in Differences)
            yield return difference;
        yield return string.Create(CultureInfo.InvariantCulture, $"{Pairs} pairs of {Machines} machines, {MachinesWithPath} of them with a fast path; {Differences.Count} differences");
        yield return "fast paths: " + string.Join(", ", Enum.GetValues<FuzzEnding>().Select(ending => $"{ending} {Count(ending)}"));
        yield return "ends: " + string.Join(", ", _statuses.OrderByDescending(static each => each.Value).Take(20).Select(static each => $"{each.Key} {each.Value}"));
        yield return "causes: " + string.Join("; ", _causes.OrderByDescending(static each => each.Value).Take(12).Select(static each => $"{each.Value} {FuzzOutcome.Shorten(each.Key)}"));
        yield return "states: " + string.Join(", ", _states.Select(static each => $"{each.Key} {each.Value}"));
    }

    [GeneratedRegex("'[^']*'|\"[^\"]*\"|\\d+|\\{.*\\}", RegexOptions.Singleline)]
    private static partial Regex Quoted();
}
