using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Conformance.Corpus;
using Conformance.Reporting;

namespace Conformance.Running;

/// <summary>Starts this program again to evaluate expressions, and gathers what it says.</summary>
internal static class JsonataProcess
{
    /// <summary>The command of the process that is started.</summary>
    public const string Command = "jsonata-worker";

    /// <summary>Has the cases without a result evaluated until the process ends; the case at which it dies fails with the reason.</summary>
    public static void Run(IReadOnlyList<JsonataCase> cases, IReadOnlyList<string> paths, string? filter, CaseResult?[] results)
    {
        using Process process = Start(paths, filter);
        StringBuilder errors = new();
        process.ErrorDataReceived += (_, line) => errors.AppendLine(line.Data);
        process.BeginErrorReadLine();
        for (int i = 0; i < results.Length; i++)
        {
            if (results[i] is not null) process.StandardInput.WriteLine(i.ToString(CultureInfo.InvariantCulture));
        }

        process.StandardInput.Close();
        int begun = Gather(process.StandardOutput, cases, results);
        process.WaitForExit();
        if (process.ExitCode == 0) return;
        string reason = errors.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault("");
        reason = string.Create(CultureInfo.InvariantCulture, $"ended the process with {process.ExitCode}: {reason}");
        if (begun < 0) throw new CorpusException($"Reading the cases {reason}");
        results[begun] = new CaseResult(cases[begun].Id, Outcome.Fail, reason);
    }

    /// <summary>Puts the verdicts where they belong. Gives the number of the case that was begun last and has none; negative when there is none.</summary>
    internal static int Gather(TextReader output, IReadOnlyList<JsonataCase> cases, CaseResult?[] results)
    {
        int begun = -1;
        while (output.ReadLine() is { } line)
        {
            if (line.StartsWith('>'))
            {
                begun = int.Parse(line.AsSpan(1), CultureInfo.InvariantCulture);
            }
            else if (line.StartsWith('{'))
            {
                JsonataVerdict verdict = JsonSerializer.Deserialize<JsonataVerdict>(line)!;
                results[verdict.Index] = new CaseResult(cases[verdict.Index].Id, verdict.Outcome, verdict.Detail);
            }
        }

        return begun >= 0 && results[begun] is null ? begun : -1;
    }

    private static Process Start(IReadOnlyList<string> paths, string? filter)
    {
        ProcessStartInfo start = new(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host ? host : "dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string argument in (string[])[typeof(JsonataProcess).Assembly.Location, Command, .. paths])
            start.ArgumentList.Add(argument);
        if (filter is not null)
        {
            start.ArgumentList.Add("--filter");
            start.ArgumentList.Add(filter);
        }

        return Process.Start(start) ?? throw new CorpusException("The process that evaluates the expressions could not be started.");
    }
}
