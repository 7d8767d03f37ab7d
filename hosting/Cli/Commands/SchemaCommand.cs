using System.CommandLine;
using Compiled.Language.Schema;

namespace Compiled.Cli.Commands;

/// <summary><c>schema [--output FILE]</c>.</summary>
internal static class SchemaCommand
{
    public static Command Make(CliConsole console)
    {
        Option<string?> output = new("--output") { Description = "The file to write; standard output when left out", HelpName = "FILE" };
        Command command = new("schema", "Write the JSON schema of definitions, for editors. " + ExitCodes.Help) { output };
        command.SetAction(async (parsed, token) =>
        {
            string text = DefinitionSchema.Write();
            if (parsed.GetValue(output) is { } file) await TextFile.WriteAsync(file, text, token).ConfigureAwait(false);
            else await console.Output.WriteAsync(text.AsMemory(), token).ConfigureAwait(false);
            return ExitCodes.Success;
        });
        return command;
    }
}
