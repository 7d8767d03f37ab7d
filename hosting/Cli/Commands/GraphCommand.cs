using System.CommandLine;
using Compiled.Cli.Lint;
using Compiled.Graph;
using Compiled.Language.Binding;
using Compiled.Language.Faults;

namespace Compiled.Cli.Commands;

/// <summary><c>graph DEFINITION [--format mermaid|svg] [--output FILE]</c>.</summary>
internal static class GraphCommand
{
    public static Command Make(CliConsole console)
    {
        Argument<string> definition = new("DEFINITION") { Description = "The definition's file, or - for standard input" };
        Option<string> format = CommandOptions.Word("--format", "mermaid or svg", "mermaid", "svg");
        Option<string?> output = new("--output") { Description = "The file to write; standard output when left out", HelpName = "FILE" };
        Command command = new("graph", "Draw a definition. " + ExitCodes.Help) { definition, format, output };
        command.SetAction(async (parsed, token) =>
        {
            string path = parsed.GetValue(definition)!;
            TextSource source = await TextSource.ReadAsync(path, console, token).ConfigureAwait(false);
            BoundMachine bound = MachineBinder.Bind(source.Text);
            if (bound.Machine is not { } machine)
            {
                TextReport.WriteFaults(new LintedFile(source, [.. bound.Faults.Where(static fault => fault.Severity == Severity.Error)]), console.Error);
                return ExitCodes.Failure;
            }

            MachineGraph graph = MachineGraph.From(machine, CommandOptions.MachineName(path));
            string text = parsed.GetValue(format) == "svg" ? SvgWriter.Write(graph) : MermaidWriter.Write(graph);
            if (parsed.GetValue(output) is { } file) await TextFile.WriteAsync(file, text, token).ConfigureAwait(false);
            else await console.Output.WriteLineAsync(text.TrimEnd()).ConfigureAwait(false);
            return ExitCodes.Success;
        });
        return command;
    }
}
