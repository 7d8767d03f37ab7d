using System.Runtime.CompilerServices;
using Compiled.Language.Binding;
using Compiled.Language.Faults;
using Compiled.Rules;
using Microsoft.CodeAnalysis.Text;

namespace Compiled.Analyzers;

/// <summary>
/// The faults of definitions, found once for each text: an editor has all definitions of a project analysed whenever one of them, or any C#, has changed.
/// Kept as long as the text itself, which an edit replaces; nothing here holds a compilation, a tree or a machine.
/// </summary>
internal sealed class KnownFaults
{
    private static readonly ConditionalWeakTable<SourceText, KnownFaults> s_known = new();

    private volatile IReadOnlyList<Fault>? _standard;
    private volatile IReadOnlyList<Fault>? _express;

    /// <summary>The faults of a definition as a machine of a type, those of its rules too.</summary>
    public static IReadOnlyList<Fault> Of(SourceText text, MachineType type)
    {
        KnownFaults known = s_known.GetValue(text, static _ => new KnownFaults());
        // Found twice where two threads ask at once, which is the same faults.
        return type == MachineType.Express ? known._express ??= Find(text, type) : known._standard ??= Find(text, type);
    }

    private static IReadOnlyList<Fault> Find(SourceText text, MachineType type) => RuleList.Check(MachineBinder.Bind(text.ToString(), type));
}
