using System.Collections.Generic;
using System.Linq;
using Compiled.Generator.Emit.Handlers;
using Compiled.Language.Binding;
using Compiled.Language.Faults;

namespace Compiled.Generator.Emit;

/// <summary>
/// The class of a definition with faults: its state names, and a machine that says at run time what is wrong. The rest of the
/// project goes on compiling, so the only errors an author sees are those of the definition.
/// </summary>
internal static class FaultyMachineEmitter
{
    public static string Write(BoundMachine bound, IReadOnlyList<Fault> unsupported, CompilerOptions options)
    {
        var code = new CodeWriter();
        FileHeader.Write(code);
        if (options.Namespace.Length > 0)
            code.Open($"namespace {options.Namespace}");
        ClassHeader.Open(code, options, null);
        var identifiers = new Identifiers();
        StateNames.Write(code, bound.StateNames.Distinct().Select(name => (identifiers.State(name), name)).ToArray());
        Fault? first = bound.Faults.Concat(unsupported).FirstOrDefault(fault => fault.Severity == Severity.Error);
        string message = $"The definition of '{options.Name}' has faults and was not compiled. {first?.Id} at {first?.Pointer}: {first?.Message}";
        code.Line().Line("/// <summary>Not available: the definition has faults.</summary>");
        code.Line($"public static global::Compiled.MachineInfo Definition => throw new global::System.InvalidOperationException({CSharp.Text(message)});");
        code.Line().Line("/// <inheritdoc/>").Line("public override global::Compiled.MachineInfo Machine => Definition;");
        foreach (string history in new[] { "NoHistory", "RecordedHistory" })
        {
            string type = $"<global::Compiled.History.{history}>";
            code.Line().Line("/// <inheritdoc/>");
            code.Line($"protected override global::Compiled.Execution.Frame{type} NewRoot(global::Compiled.Execution.Execution{type} execution) => throw new global::System.InvalidOperationException({CSharp.Text(message)});");
        }
        code.Line().Line("/// <inheritdoc/>");
        code.Line($"protected override {HandlerNames.Perform} => throw new global::System.InvalidOperationException({CSharp.Text(message)});");
        if (options.Handlers?.Ends is { } ends)
            TypedRunEmitter.Write(code, ends, lane: null);
        ClassHeader.Close(code, options);
        if (options.Namespace.Length > 0)
            code.Close();
        return code.ToString();
    }
}
