using Compiled.Benchmarks.Baselines;

Output written = new();
await Typed.Order(File.ReadAllBytes(args[0]), written, new OrderTasks(), new Clock(), default);
using Stream output = Console.OpenStandardOutput();
output.Write(written.Written);
