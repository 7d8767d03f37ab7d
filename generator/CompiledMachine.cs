using System.Collections.Generic;
using Compiled.Language.Faults;

namespace Compiled.Generator;

/// <summary>What <see cref="MachineCompiler"/> makes of one definition: the text of a C# file, and the faults found on the way.</summary>
public sealed class CompiledMachine(string hintName, string code, IReadOnlyList<Fault> faults)
{
    /// <summary>A file name for the generated source, unique for the class: <c>Namespace.ClassName.g.cs</c>.</summary>
    public string HintName { get; } = hintName;

    /// <summary>The C# source. The same definition and options give the same text, byte for byte.</summary>
    public string Code { get; } = code;

    /// <summary>What the emitter itself refuses: parts of the language that it doesn't compile. Faults of the definition are the binder's.</summary>
    public IReadOnlyList<Fault> Faults { get; } = faults;
}
