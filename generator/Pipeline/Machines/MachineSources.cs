using Compiled.Language.Binding;
using Compiled.Language.Faults;

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
            Errors = machine.Handlers?.Errors ?? machine.Errors,
        };
        CompiledMachine compiled = MachineCompiler.Compile(bound, options);
        bool hasTasks = bound.Machine is { } sound && sound.States.OfType<TaskState>().Any(task => task.Arn.Kind != ResourceKind.Activity) && compiled.Faults.All(fault => fault.Severity != Severity.Error);
        return new MachineSource(machine.HintName, compiled.Code, Registration(machine, hasTasks));
    }

    private static string? Registration(MachineClass machine, bool hasTasks)
    {
        string? construction = machine.Handlers is { } handlers ? handlers.Construction : FromFile(machine.QualifiedName, hasTasks);
        return construction is null
            ? null
            : $"global::Compiled.DependencyInjection.WorkflowServiceCollectionExtensions.AddWorkflow<{machine.QualifiedName}>(services, static provider => {construction});";
    }

    // A class made from the file alone has constructors where it has tasks: one for ITasks, which wins where it is registered, one for handlers.
    private static string FromFile(string name, bool hasTasks) => hasTasks
        ? $"{Services}.GetService<{name}.ITasks>(provider) is {{ }} tasks ? new {name}(tasks) : new {name}({Services}.GetRequiredService<global::Compiled.Tasks.TaskHandlerRegistry>(provider))"
        : $"new {name}()";

    private const string Services = "global::Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions";
}
