using Compiled;
using Compiled.Benchmarks;

ExecutionResult result = await new OrderWorkflowOnTypes().ExecuteAsync(File.ReadAllBytes(args[0]));
using Stream output = Console.OpenStandardOutput();
output.Write(result.OutputUtf8.Span);
return result.Status == ExecutionStatus.Succeeded ? 0 : 1;
