using Conformance;

return await ConformanceCommand.RunAsync(args, Console.Out, Console.Error);
