using System.CommandLine;
using Compiled.Cli.Lint;
using Compiled.Language.Binding;
using Compiled.Rules;

namespace Compiled.Cli.Commands;

/// <summary><c>lint PATH... [--type STANDARD|EXPRESS] [--format text|json|sarif] [--fail-on error|warning|never] [--rule-pages URI]</c>.</summary>
internal static class LintCommand
{
    private const string Help = "Find the faults of definitions. Exit codes: 0 no fault that counts; 1 a fault as grave as --fail-on says; "
        + "2 the command line is wrong, or a path means no file that could be read, whatever else was found.";

    public static Command Make(CliConsole console)
    {
        Argument<string[]> paths = new("PATH")
        {
            Arity = ArgumentArity.OneOrMore,
            Description = "Definitions, folders to search for *.asl.json, patterns such as '**/*.asl.json', or - for standard input",
        };
        Option<string> type = CommandOptions.Type();
        Option<string> format = CommandOptions.Word("--format", "text with the source, json, or sarif (2.1.0)", "text", "json", "sarif");
        Option<string> failOn = CommandOptions.Word("--fail-on", "The least grave fault that makes the exit code 1", "error", "warning", "never");
        Option<Uri?> rulePages = new("--rule-pages")
        {
            Description = "Where docs/rules is served, for the helpUri of rules in sarif; without it the log has the pages' text alone",
            HelpName = "URI",
            CustomParser = static parsed =>
            {
                if (Uri.TryCreate(parsed.Tokens[0].Value, UriKind.Absolute, out Uri? uri) && uri.Scheme is "https" or "http") return uri;
                parsed.AddError($"--rule-pages is '{parsed.Tokens[0].Value}'; an address that begins with https:// or http:// was expected.");
                return null;
            },
        };
        Command command = new("lint", Help) { paths, type, format, failOn, rulePages };
        command.SetAction((parsed, token) => LintAsync(
            parsed.GetValue(paths)!,
            CommandOptions.MachineTypeOf(parsed.GetValue(type)!),
            Enum.Parse<FailOn>(parsed.GetValue(failOn)!, ignoreCase: true),
            LintReport.Of(Enum.Parse<LintFormat>(parsed.GetValue(format)!, ignoreCase: true), console, parsed.GetValue(rulePages)),
            console,
            token));
        return command;
    }

    private static async Task<int> LintAsync(
        string[] paths, Language.Binding.MachineType type, FailOn failOn, LintReport report, CliConsole console, CancellationToken cancellationToken)
    {
        DefinitionPaths found = new(console.Folder);
        IReadOnlyList<string> files = found.FindAll(paths);
        bool counts = false, hasProblems = false;
        foreach (string problem in found.Problems) Say(problem);
        foreach (string path in files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                TextSource source = await TextSource.ReadAsync(path, console, cancellationToken).ConfigureAwait(false);
                LintedFile file = new(source, RuleList.Check(MachineBinder.Bind(source.Text, type)));
                counts |= file.Faults.Any(placed => failOn.Counts(placed.Fault.Severity));
                report.Add(file);
            }
            catch (CliException exception)
            {
                // One file that can't be read is no reason to be silent about the others.
                Say(exception.Message);
            }
        }

        report.Finish();
        return hasProblems ? ExitCodes.Misuse : counts ? ExitCodes.Failure : ExitCodes.Success;

        void Say(string problem)
        {
            hasProblems = true;
            console.Error.WriteLine(problem);
            report.AddProblem(problem);
        }
    }
}
