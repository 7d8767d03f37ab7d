using Compiled.Language.Binding;

namespace Compiled.Generator.Pipeline;

/// <summary>Emits the code of a machine's class.</summary>
internal static class MachineSources
{
    // A class whose definition is missing is emitted from this, so that what uses the class keeps compiling.
    private const string NoDefinition = "";

    /// <summary>The file for one class. Faults of the definition are the analyzer's to report.</summary>
    public static MachineSource Emit(MachineClass machine, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        BoundMachine bound = MachineBinder.Bind(machine.File?.Text ?? NoDefinition, machine.Type);
        CompilerOptions options = new()
        {
            Namespace = machine.Namespace,
            ClassName = machine.ClassName,
            Accessibility = machine.Accessibility,
            Name = machine.MachineName,
            Handlers = machine.Handlers,
            EmitTasksInterface = machine.Handlers is null,
        };
        return new MachineSource(machine.HintName, MachineCompiler.Compile(bound, options).Code);
    }
}
