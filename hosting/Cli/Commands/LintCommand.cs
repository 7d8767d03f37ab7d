using System.CommandLine;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Compiled.Cli.Lint;
using Compiled.Language.Binding;
using Compiled.Language.Faults;
using Compiled.Rules;

namespace Compiled.Cli.Commands;

/// <summary><c>lint PATH... [--type STANDARD|EXPRESS] [--format text|json|sarif]</c>.</summary>
internal static class LintCommand
{
    private const string Ending = ".asl.json";

    private static readonly JsonWriterOptions s_json = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Make(CliConsole console)
    {
        Argument<string[]> paths = new("PATH")
        {
            Arity = ArgumentArity.OneOrMore,
            Description = $"Definitions, folders to search for *{Ending}, or - for standard input",
        };
        Option<string> type = CommandOptions.Type();
        Option<LintFormat> format = new("--format") { Description = "text with the source, json, or sarif (2.1.0)", HelpName = "text|json|sarif", DefaultValueFactory = static _ => LintFormat.Text };
        Command command = new("lint", "Find the faults of definitions. " + ExitCodes.Help) { paths, type, format };
        command.SetAction(async (parsed, token) =>
        {
            Language.Binding.MachineType machineType = CommandOptions.MachineTypeOf(parsed.GetValue(type)!);
            List<LintedFile> files = [];
            foreach (string path in parsed.GetValue(paths)!.SelectMany(Expand))
            {
                TextSource source = await TextSource.ReadAsync(path, console, token).ConfigureAwait(false);
                files.Add(new LintedFile(source, RuleList.Check(MachineBinder.Bind(source.Text, machineType))));
            }

            await WriteAsync(files, parsed.GetValue(format), console.Output).ConfigureAwait(false);
            return files.Exists(static file => file.Faults.Any(static fault => fault.Severity == Severity.Error)) ? ExitCodes.Failure : ExitCodes.Success;
        });
        return command;
    }

    private static IEnumerable<string> Expand(string path)
    {
        if (!Directory.Exists(path)) return [path];
        string[] files = Directory.GetFiles(path, "*" + Ending, SearchOption.AllDirectories);
        if (files.Length == 0) throw new CliException($"The folder '{path}' holds no *{Ending} file.");
        Array.Sort(files, StringComparer.Ordinal);
        return files;
    }

    private static async Task WriteAsync(List<LintedFile> files, LintFormat format, TextWriter output)
    {
        if (format == LintFormat.Text)
        {
            TextReport.Write(files, output);
            return;
        }

        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, s_json))
        {
            if (format == LintFormat.Json) JsonReport.Write(files, json);
            else SarifReport.Write(files, json);
        }

        await output.WriteLineAsync(Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length)).ConfigureAwait(false);
    }
}
