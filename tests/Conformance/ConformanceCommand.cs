using System.CommandLine;
using System.Globalization;
using Conformance.Api;
using Conformance.Corpus;
using Conformance.Fuzzing;
using Conformance.Fuzzing.Typed;
using Conformance.Modes;
using Conformance.Reporting;
using Conformance.Running;

namespace Conformance;

/// <summary>The command line: <c>asl|jsonata|definitions|mutants PATH... [--filter TEXT] [--report FILE]</c>.</summary>
public static class ConformanceCommand
{
    /// <summary>Runs the command. Exit code 0: no gating case failed; 1: one did; 2: the command line or a file is wrong.</summary>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        Argument<string[]> paths = new("PATH") { Arity = ArgumentArity.OneOrMore, Description = "A folder or file in the corpus' format" };
        Option<string?> filter = new("--filter") { Description = "Only cases whose id contains this text", HelpName = "TEXT" };
        Option<string?> report = new("--report") { Description = "Also write all outcomes to this file, as JSON", HelpName = "FILE" };
        Option<bool> fold = new("--fold") { Description = "After every effect throw the state away and fold it back from serialised records" };

        Option<string?> host = new("--host") { Description = "What runs the executions: memory, or a durable host on a journal or on sqlite", HelpName = "memory|journal|sqlite" };

        Option<bool> silent = new("--no-history") { Description = "Run each case once more without a history, and compare status, output, error, cause and the number of events" };

        Option<string?> endpoint = new("--endpoint") { Description = "Run over AWS's API: on a server in this process, or on the one at a URL, which runs what needs no outside world", HelpName = "self|URL" };

        Command asl = new("asl", "Run executions recorded from AWS and compare status, output, error, cause and history") { paths, filter, report, fold, silent, host, endpoint };
        asl.SetAction((parsed, token) => ReportAsync(parsed, async () =>
        {
            IReadOnlyList<AslCase> cases = CorpusFiles.ReadAslCases(parsed.GetValue(paths)!, parsed.GetValue(filter));
            return parsed.GetValue(endpoint) is { } address
                ? await ApiMode.RunAsync(cases, address, token).ConfigureAwait(false)
                : await AslMode.RunAsync(cases, CaseHost.Of(parsed.GetValue(host), parsed.GetValue(fold)) with { RunsWithoutHistory = parsed.GetValue(silent) }, token).ConfigureAwait(false);
        }));
        Command jsonata = new("jsonata", "Compile and evaluate the official JSONata suite's expressions and compare values and errors") { paths, filter, report };
        jsonata.SetAction((parsed, _) => ReportAsync(parsed, () => Task.FromResult(JsonataMode.Run(parsed.GetValue(paths)!, parsed.GetValue(filter)))));
        Command worker = new(JsonataProcess.Command, "What 'jsonata' starts in a process of its own") { paths, filter };
        worker.Hidden = true;
        worker.SetAction(parsed => Work(parsed.GetValue(paths)!, parsed.GetValue(filter), output));
        Command definitions = new("definitions", "Compile real definitions and find the faults of faulty ones") { paths, filter, report };
        definitions.SetAction((parsed, _) => ReportAsync(parsed, () => Task.FromResult(DefinitionsMode.Run(parsed.GetValue(paths)!, parsed.GetValue(filter)))));
        Command mutants = new("mutants", "Break sound definitions in every way that a rule knows, and find each") { paths, filter, report };
        mutants.SetAction((parsed, _) => ReportAsync(parsed, () => Task.FromResult(MutantsMode.Run(parsed.GetValue(paths)!, parsed.GetValue(filter)))));
        Command fuzz = Fuzz(output);
        RootCommand root = new("Runs the conformance corpora. Exit code 0: no case failed, 1: a case failed, 2: the command line or a file is wrong.") { asl, jsonata, worker, definitions, mutants, fuzz };

        ParseResult result = root.Parse(args);
        int code = await result.InvokeAsync(new InvocationConfiguration { Output = output, Error = error }).ConfigureAwait(false);
        return result.Errors.Count > 0 ? 2 : code;

        async Task<int> ReportAsync(ParseResult parsed, Func<Task<IReadOnlyList<CaseResult>>> run)
        {
            try
            {
                IReadOnlyList<CaseResult> results = await run().ConfigureAwait(false);
                if (parsed.GetValue(report) is { } file) CaseReport.WriteJson(results, file);
                return CaseReport.Write(results, output);
            }
            catch (Exception exception) when (exception is CorpusException or IOException or UnauthorizedAccessException or HttpRequestException)
            {
                error.WriteLine(exception.Message);
                return 2;
            }
        }
    }

    private static Command Fuzz(TextWriter output)
    {
        Option<int> machines = new("--machines") { Description = "How many machines to make", HelpName = "N", DefaultValueFactory = static _ => 500 };
        Option<int> inputs = new("--inputs") { Description = "How many inputs to run each machine on", HelpName = "M", DefaultValueFactory = static _ => 20 };
        Option<ulong> seed = new("--seed") { Description = "What machines and inputs follow from", HelpName = "S", DefaultValueFactory = static _ => 1 };
        Option<int?> only = new("--only") { Description = "Only the machine of this number", HelpName = "NUMBER" };
        Option<bool> typed = new("--typed") { Description = "Machines on C# types, on their lanes and through JSON" };
        Command fuzz = new("fuzz", "Run machines made by chance with a history and without, and compare") { machines, inputs, seed, only, typed };
        fuzz.SetAction(async (parsed, _) =>
        {
            if (parsed.GetValue(typed))
            {
                (IReadOnlyList<string> lines, bool hasDifferences) = await TypedFuzzer.RunAsync(parsed.GetValue(machines), parsed.GetValue(inputs), parsed.GetValue(seed), parsed.GetValue(only)).ConfigureAwait(false);
                foreach (string line in lines)
                    output.WriteLine(line);
                return hasDifferences ? 1 : 0;
            }

            FuzzReport report = await Fuzzer.RunAsync(parsed.GetValue(machines), parsed.GetValue(inputs), parsed.GetValue(seed), parsed.GetValue(only)).ConfigureAwait(false);
            foreach (string line in report.Lines())
                output.WriteLine(line);
            return report.Differences.Count == 0 ? 0 : 1;
        });
        return fuzz;
    }

    /// <summary>The cases that are done already are named on standard input, by their numbers.</summary>
    private static void Work(string[] paths, string? filter, TextWriter output)
    {
        HashSet<int> done = [];
        while (Console.In.ReadLine() is { } line) done.Add(int.Parse(line, CultureInfo.InvariantCulture));
        new JsonataWorker(JsonataCase.Read(paths, filter), done, output).Run();
    }
}
