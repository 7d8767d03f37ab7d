using Compiled.Cli;

CliConsole console = new(Console.In, Console.Out, Console.Error)
{
    UsesColour = CliConsole.AllowsColour(!Console.IsOutputRedirected, Environment.GetEnvironmentVariable),
};
return await CliCommand.RunAsync(args, console);
