using System.Globalization;
using Compiled.Generator;
using Compiled.Language.Binding;
using Compiled.Language.Faults;
using Microsoft.CodeAnalysis.CSharp;

namespace Compiled.Compilation;

/// <summary>
/// Compiles definitions that arrive at run time: the same C# as at build time, made by the same emitter, compiled in process into an
/// assembly that is unloaded when its workflows are no longer used.
/// </summary>
public static class DefinitionCompiler
{
    private const string Namespace = "Compiled.Definitions";

    private const string FactoryType = "global::System.Func<global::Compiled.ITaskHandler?, global::Compiled.Workflow>";

    /// <summary>Compiles one definition. Faults are in the result; nothing is thrown for them.</summary>
    public static CompiledDefinition Compile(DefinitionSource source, CancellationToken cancellationToken = default) =>
        CompileAll([source], cancellationToken)[0];

    /// <summary>As <see cref="Compile"/>, but <see cref="CompiledDefinition.Messages"/> has errors only.</summary>
    internal static CompiledDefinition CompileToRun(DefinitionSource source) => CompileAll([source], findsWarnings: false, CancellationToken.None)[0];

    /// <summary>Compiles many definitions into one assembly, which costs far less than one by one. Results are in the order given.</summary>
    public static IReadOnlyList<CompiledDefinition> CompileAll(IReadOnlyList<DefinitionSource> sources, CancellationToken cancellationToken = default)
        => CompileAll(sources, findsWarnings: true, cancellationToken);

    private static CompiledDefinition[] CompileAll(IReadOnlyList<DefinitionSource> sources, bool findsWarnings, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sources);
        Emission[] emissions = new Emission[sources.Count];
        Parallel.For(0, sources.Count, new ParallelOptions { CancellationToken = cancellationToken }, i => emissions[i] = Emit(sources[i], i));
        EmittedFile[] files = [.. emissions.Where(static emission => emission.CanRun).Select(static emission => emission.File)];
        AssemblyBuild build = AssemblyBuild.Of(files, FactoryType, findsWarnings, cancellationToken);
        Func<ITaskHandler?, Workflow>?[] factories = build.Load<Func<ITaskHandler?, Workflow>>();
        return [.. emissions.Select(emission => new CompiledDefinition(
            emission.Source, emission.Bound, emission.Machine.Faults, emission.Machine.Code,
            build.Messages(emission.File.ClassName), emission.File.Number < factories.Length ? factories[emission.File.Number] : null) { Image = build.Image })];
    }

    private sealed record Emission(DefinitionSource Source, BoundMachine Bound, CompiledMachine Machine, EmittedFile File)
    {
        public bool CanRun => Bound.Machine is not null && Machine.Faults.All(static fault => fault.Severity != Severity.Error);
    }

    private static Emission Emit(DefinitionSource source, int number)
    {
        BoundMachine bound = MachineBinder.Bind(source.Text, source.Type);
        // Class names carry the number, so that two definitions of one name live in one assembly.
        string className = "Machine" + number.ToString(CultureInfo.InvariantCulture);
        CompiledMachine machine = MachineCompiler.Compile(bound, new CompilerOptions { Namespace = Namespace, ClassName = className, Name = source.Name, Inspects = source.Inspects, HasFastPath = source.HasFastPath });
        return new Emission(source, bound, machine, new EmittedFile(
            number, Namespace, className, machine.Code, $"static tasks => new global::{Namespace}.{className} {{ TaskHandlers = tasks }}"));
    }
}
