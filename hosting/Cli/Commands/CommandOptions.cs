using System.CommandLine;

namespace Compiled.Cli.Commands;

/// <summary>Options that more than one command has.</summary>
internal static class CommandOptions
{
    /// <summary><c>--type STANDARD|EXPRESS</c>.</summary>
    public static Option<string> Type()
    {
        Option<string> type = new("--type")
        {
            Description = "How executions are meant to run; EXPRESS refuses .sync, .waitForTaskToken and activities",
            HelpName = "STANDARD|EXPRESS",
            DefaultValueFactory = static _ => "STANDARD",
        };
        type.AcceptOnlyFromAmong("STANDARD", "EXPRESS");
        return type;
    }

    /// <summary>An option with one of some words as its value, the first where it is left out.</summary>
    public static Option<string> Word(string name, string description, params string[] words)
    {
        Option<string> option = new(name) { Description = description, HelpName = string.Join('|', words), DefaultValueFactory = _ => words[0] };
        option.AcceptOnlyFromAmong(words);
        return option;
    }

    /// <summary>The machine type that the option's value names.</summary>
    public static Language.Binding.MachineType MachineTypeOf(string type) => type == "EXPRESS" ? Language.Binding.MachineType.Express : Language.Binding.MachineType.Standard;

    /// <summary>A machine's name from its definition's file: the file's name without <c>.asl.json</c>.</summary>
    public static string MachineName(string path)
    {
        if (path == TextSource.StandardInput) return "StateMachine";
        string name = Path.GetFileName(path);
        foreach (string ending in new[] { ".asl.json", ".json" })
            if (name.EndsWith(ending, StringComparison.OrdinalIgnoreCase) && name.Length > ending.Length) return name[..^ending.Length];
        return name;
    }
}
