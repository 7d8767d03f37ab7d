using Compiled.Language.Binding;
using Compiled.Language.Faults;

namespace Compiled.Rules;

/// <summary>Finds one kind of fault in a machine that can run.</summary>
public abstract class Rule
{
    /// <summary>Reports each fault found, in the order of the text.</summary>
    public abstract void Check(Machine machine, Action<Fault> report);
}
