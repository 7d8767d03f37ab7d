using System.Diagnostics;
using Compiled.Sqlite;

namespace Crash;

/// <summary>Starts the process, kills it at random moments, and checks what is left.</summary>
internal static class Driver
{
    private static readonly TimeSpan s_finishing = TimeSpan.FromMinutes(3);

    /// <summary>Kills so many times; prints each thing that is wrong, and gives 1 when anything is.</summary>
    public static async Task<int> RunAsync(int kills, int seed, TextWriter output)
    {
        string folder = Directory.CreateTempSubdirectory("compiled-crash-").FullName;
        try
        {
            Random random = new(seed);
            List<string> acknowledged = [];
            Stopwatch watch = Stopwatch.StartNew();
            for (int i = 0; i < kills; i++)
            {
                TaskCompletionSource ready = new();
                using Process process = Start(folder, "run", acknowledged, ready);
                // Every third is killed before it is ready; the others when they are, or some while after.
                if (i % 3 != 0)
                    await ready.Task.WaitAsync(s_finishing);
                await Task.Delay(random.Next(500));
                process.Kill();
                await process.WaitForExitAsync();
            }

            using Process last = Start(folder, "finish", [], new TaskCompletionSource());
            using CancellationTokenSource tooLong = new(s_finishing);
            await last.WaitForExitAsync(tooLong.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            bool hasFinished = last.HasExited && last.ExitCode == 0;
            if (!last.HasExited)
            {
                last.Kill();
                await last.WaitForExitAsync();
            }

            using SqliteJournal journal = SqliteJournal.Open(Path.Combine(folder, "journal.db"), new SqliteOptions { OwnerTimeout = s_finishing });
            Verdict verdict = Verdict.Of(journal, acknowledged, File.ReadAllLines(Path.Combine(folder, "effects.log")));
            IEnumerable<string> wrong = hasFinished ? verdict.Wrong : verdict.Wrong.Prepend("the executions that were left did not end");
            foreach (string line in wrong)
                output.WriteLine(line);
            output.WriteLine(
                $"{kills} kills in {watch.Elapsed.TotalSeconds:F0} s (seed {seed}): {acknowledged.Count} acknowledged starts, {verdict.Executions} executions, {verdict.Events} events, {verdict.Effects} effects, {wrong.Count()} wrong");
            return wrong.Any() ? 1 : 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Process Start(string folder, string mode, List<string> acknowledged, TaskCompletionSource ready)
    {
        ProcessStartInfo info = new(Environment.ProcessPath!) { RedirectStandardOutput = true };
        // Run as 'dotnet Crash.dll' the path of the process is dotnet's.
        if (!Path.GetFileNameWithoutExtension(Environment.ProcessPath!).Equals("Crash", StringComparison.OrdinalIgnoreCase))
            info.ArgumentList.Add(typeof(Driver).Assembly.Location);
        info.ArgumentList.Add("worker");
        info.ArgumentList.Add(folder);
        info.ArgumentList.Add(mode);
        Process process = Process.Start(info)!;
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is not { Length: > 0 } arn)
                return;
            lock (acknowledged)
                acknowledged.Add(arn);
            ready.TrySetResult();
        };
        process.BeginOutputReadLine();
        return process;
    }
}
