using System.Collections.Generic;
using System.Linq;
using Compiled.Generator.Emit;
using Compiled.Language.Binding;
using Compiled.Language.Faults;

namespace Compiled.Generator;

/// <summary>
/// Compiles a bound definition to C#. Pure: the same machine and options give the same text, byte for byte. The source
/// generator calls it at build time, hosts call it for definitions that arrive at run time: there is one engine.
/// </summary>
public static class MachineCompiler
{
    /// <summary>
    /// The C# of one definition. With faults that make the machine unrunnable the class is emitted all the same, with the
    /// names of its states, so that the rest of the project keeps compiling; running it throws.
    /// </summary>
    public static CompiledMachine Compile(BoundMachine bound, CompilerOptions options)
    {
        IReadOnlyList<Fault> faults = bound.Machine is { } machine ? UnsupportedFeatures.Find(machine) : [];
        string code = bound.Machine is { } runnable && faults.All(fault => fault.Severity != Severity.Error)
            ? new MachineEmitter(runnable, options, bound).Write()
            : FaultyMachineEmitter.Write(bound, faults, options);
        return new CompiledMachine(FullName(options) + ".g.cs", code, faults);
    }

    /// <summary>The class's name with its namespace and the types around it.</summary>
    internal static string FullName(CompilerOptions options)
    {
        string containing = options.Handlers is null ? "" : string.Concat(options.Handlers.ContainingTypes.Select(type => type.Substring(type.LastIndexOf(' ') + 1) + "."));
        return (options.Namespace.Length == 0 ? "" : options.Namespace + ".") + containing + options.ClassName;
    }
}
