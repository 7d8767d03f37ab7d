using Compiled;
ExecutionResult result = await new Hello.Greeting().ExecuteAsync("""{ "name": "world" }""");
Console.WriteLine(result.Output);
