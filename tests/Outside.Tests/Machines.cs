using System.Collections.Concurrent;
using Compiled.Compilation;
using Compiled.Testing;
using Compiled.Values;

namespace Compiled.Outside.Tests;

/// <summary>Runs a machine of one Task.</summary>
internal static class Machines
{
    private static readonly ConcurrentDictionary<string, CompiledDefinition> s_compiled = [];

    public static Task<ExecutionResult> RunAsync(
        string resource, string input, ITaskHandler handlers, string more = "", TimeProvider? clock = null, CancellationToken cancellationToken = default)
    {
        string text = $$$$"""{"StartAt": "Work", "States": {"Work": {"Type": "Task", "Resource": "{{{{resource}}}}", {{{{more}}}} "End": true}}}""";
        CompiledDefinition compiled = s_compiled.GetOrAdd(text, static text => DefinitionCompiler.Compile(new DefinitionSource(text, "Test", Language.Binding.MachineType.Standard)));
        ExecutionOptions options = new()
        {
            TimeProvider = clock ?? new VirtualTimeProvider { AutoAdvance = true },
            TaskHandlers = handlers,
            Name = "run",
            RecordHistory = true,
            Seed = 1,
        };
        return compiled.Create().ExecuteAsync(JsonValue.Parse(input), options, cancellationToken).AsTask();
    }

    /// <summary>Status, output or error and cause in one line.</summary>
    public static string Text(this ExecutionResult result)
        => result.Status == ExecutionStatus.Succeeded ? $"SUCCEEDED {result.Output}" : $"{result.Status.ToString().ToUpperInvariant()} {result.Error}: {result.Cause}";
}
