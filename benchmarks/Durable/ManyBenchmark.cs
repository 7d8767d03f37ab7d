using System.Diagnostics;
using System.Globalization;
using Compiled.Durable;
using Compiled.Sqlite;
using Compiled.Values;

namespace Compiled.Benchmarks.Durable;

/// <summary>Many executions that wait: what they take in memory, how late their times come, how soon they go on after a crash.</summary>
internal static class ManyBenchmark
{
    private static readonly JsonValue s_past = Waiting.Until(DateTimeOffset.UnixEpoch);

    /// <summary>So many executions that wait for a year: the process' memory before and after.</summary>
    public static Task<bool> MemoryAsync(int count, TextWriter output) => Folder.InAsync(async path =>
    {
        using SqliteJournal store = SqliteJournal.Open(path);
        await using DurableExecutions executions = Executions(store, static input => new ValueTask<JsonValue>(input));
        (long managedBefore, long wholeBefore) = Memory();
        await StartAsync(executions, count, static _ => Waiting.Until(DateTimeOffset.UtcNow.AddDays(300)));
        (long managed, long whole) = Memory();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{count} waiting: managed {managedBefore / 1e6:F0} -> {managed / 1e6:F0} MB, process {wholeBefore / 1e6:F0} -> {whole / 1e6:F0} MB"));
        return true;
    });

    /// <summary>So many times within a minute: how late each came to its handler.</summary>
    public static Task<bool> TimersAsync(int count, TextWriter output) => Folder.InAsync(async path =>
    {
        using SqliteJournal store = SqliteJournal.Open(path);
        List<double> late = [];
        TaskCompletionSource all = new();
        await using DurableExecutions executions = Executions(store, input =>
        {
            DateTimeOffset due = DateTimeOffset.Parse(input[Key.Of("until")].AsString(), CultureInfo.InvariantCulture);
            double milliseconds = (DateTimeOffset.UtcNow - due).TotalMilliseconds;
            lock (late)
            {
                late.Add(milliseconds);
                if (late.Count == count)
                    all.TrySetResult();
            }

            return new ValueTask<JsonValue>(input);
        });
        DateTimeOffset first = DateTimeOffset.UtcNow.AddSeconds(10 + count / 2000d);
        await StartAsync(executions, count, i => Waiting.Until(first.AddMinutes((double)i / count)));
        bool inTime = DateTimeOffset.UtcNow < first;
        await all.Task;
        late.Sort();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{count} timers in a minute: lateness p50 {late[late.Count / 2]:F1} ms, p99 {late[(int)(late.Count * 0.99)]:F1} ms, most {late[^1]:F1} ms{(inTime ? "" : " (some were due before all were started)")}"));
        return true;
    });

    /// <summary>So many executions that a crash left with a task in hand: when the first and the last go on.</summary>
    public static Task<bool> ResumeAsync(int count, TextWriter output) => Folder.InAsync(async path =>
    {
        using (SqliteJournal store = SqliteJournal.Open(path))
        {
            TaskCompletionSource<JsonValue> never = new();
            DurableExecutions executions = Executions(store, _ => new ValueTask<JsonValue>(never.Task));
            await StartAsync(executions, count, static _ => s_past);
            executions.Abandon();
        }

        long began = Stopwatch.GetTimestamp(), first = 0;
        int left = count;
        TaskCompletionSource all = new();
        using SqliteJournal again = SqliteJournal.Open(path);
        await using DurableExecutions resumed = Executions(again, input =>
        {
            Interlocked.CompareExchange(ref first, Stopwatch.GetTimestamp(), 0);
            if (Interlocked.Decrement(ref left) == 0)
                all.TrySetResult();
            return new ValueTask<JsonValue>(input);
        });
        await all.Task;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{count} running executions resumed: first after {Stopwatch.GetElapsedTime(began, first).TotalMilliseconds:F0} ms, all after {Stopwatch.GetElapsedTime(began).TotalSeconds:F1} s"));
        return true;
    });

    private static DurableExecutions Executions(SqliteJournal store, Func<JsonValue, ValueTask<JsonValue>> note)
    {
        DurableExecutions executions = new(store);
        executions.AddMachine(new Waiting(note));
        _ = executions.RunAsync();
        return executions;
    }

    private static async Task StartAsync(DurableExecutions executions, int count, Func<int, JsonValue> input)
    {
        string machine = executions.Machines[0].Name;
        int next = -1;
        await Task.WhenAll(Enumerable.Range(0, 256).Select(_ => Task.Run(async () =>
        {
            for (int i; (i = Interlocked.Increment(ref next)) < count;)
                await executions.StartAsync(machine, input(i));
        })));
    }

    private static (long Managed, long Whole) Memory()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        using Process process = Process.GetCurrentProcess();
        return (GC.GetTotalMemory(forceFullCollection: true), process.WorkingSet64);
    }
}
