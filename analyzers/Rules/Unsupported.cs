using Compiled.Generator.Emit;
using Compiled.Language.Binding;
using Compiled.Language.Faults;

namespace Compiled.Rules;

/// <summary>Parts of the language that are sound, and not compiled. The compiler refuses them in the same words.</summary>
public sealed class Unsupported : Rule
{
    /// <inheritdoc/>
    public override void Check(Machine machine, Action<Fault> report)
    {
        foreach (Fault fault in UnsupportedFeatures.Find(machine))
            report(fault);
    }
}
