using Compiled.Cli;

return await CliCommand.RunAsync(args, new CliConsole(Console.In, Console.Out, Console.Error));
