using Compiled.Language.Faults;

namespace Compiled.Compilation;

/// <summary>A definition cannot run; <see cref="Faults"/> says why, the message names the first of them.</summary>
public sealed class DefinitionFaultException : Exception
{
    internal DefinitionFaultException(CompiledDefinition definition)
        : base(Describe(definition))
    {
        DefinitionName = definition.Name;
        Faults = definition.Faults;
    }

    /// <summary>The machine's name.</summary>
    public string DefinitionName { get; }

    /// <summary>All faults of the definition, warnings included.</summary>
    public IReadOnlyList<Fault> Faults { get; }

    private static string Describe(CompiledDefinition definition)
    {
        Fault[] errors = [.. definition.Faults.Where(static fault => fault.Severity == Severity.Error)];
        if (errors.Length == 0)
            return $"The C# emitted for '{definition.Name}' does not compile, which is a fault of the compiler: {definition.Messages.FirstOrDefault(static message => message.IsError)}";
        string more = errors.Length == 1 ? "" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $" (and {errors.Length - 1} more)");
        return $"'{definition.Name}' cannot run: {errors[0].Id} at '{errors[0].Pointer}': {errors[0].Message}{more}";
    }
}
