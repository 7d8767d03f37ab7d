using System.Collections.Concurrent;

namespace Compiled.Compilation;

/// <summary>
/// Workflows of definitions whose text was kept, for executions that outlive the program that they started in: what
/// <c>DurableOptions.CompileDefinition</c> asks for.
/// </summary>
public static class RuntimeDefinitions
{
    private static readonly ConcurrentDictionary<(string Name, string Text, MachineType Type), Lazy<CompiledDefinition>> s_compiled = [];

    /// <summary>
    /// A workflow of a definition, without handlers of its own. Each text is compiled once and kept as long as the process lives; every call gives a
    /// new workflow. Any thread may call.
    /// </summary>
    /// <param name="name">The machine's name.</param>
    /// <param name="text">The definition, ASL in JSON.</param>
    /// <param name="type">How its executions run.</param>
    /// <exception cref="DefinitionFaultException">The definition has faults and cannot run.</exception>
    public static Workflow? Compile(string name, string text, MachineType type)
        => s_compiled.GetOrAdd(
            (name, text, type),
            static key => new Lazy<CompiledDefinition>(() => DefinitionCompiler.CompileToRun(
                new DefinitionSource(key.Text, key.Name, key.Type == MachineType.Express ? Language.Binding.MachineType.Express : Language.Binding.MachineType.Standard))))
            .Value.Create();
}
