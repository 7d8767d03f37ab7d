using Compiled.Language.Binding;
using Compiled.Language.Faults;
using Compiled.Rules;
using Microsoft.CodeAnalysis.Text;

namespace Compiled.Analyzers;

/// <summary>
/// What the rules say of a definition. An editor asks about every definition of the project whenever one is edited, and a compiler that stays in memory asks again at
/// each build, so that what was found is kept while the text is the same: one text for each path, for as many paths as a large solution has.
/// </summary>
internal sealed class KnownDefinition
{
    private const int Capacity = 2048;

    private static readonly RecentValues<(string Path, MachineType Type), KnownDefinition> s_known = new(Capacity);

    private readonly DefinitionKey _key;

    // The machine is many times as large as its faults, and asked for only where C# has changed too.
    private readonly WeakReference<BoundMachine?> _bound = new(null);
    private IReadOnlyList<Fault>? _faults;

    private KnownDefinition(DefinitionKey key) => _key = key;

    /// <summary>What is known of the text of a file.</summary>
    public static KnownDefinition Of(string path, SourceText text, MachineType type)
    {
        DefinitionKey key = DefinitionKey.Of(text, type);
        return s_known.GetOrMake((path, type), known => known._key == key, () => new KnownDefinition(key));
    }

    /// <summary>The faults, in the order of the text.</summary>
    public IReadOnlyList<Fault> Faults(SourceText text) => _faults ??= RuleList.Check(Bind(text));

    /// <summary>The definition bound.</summary>
    public BoundMachine Bind(SourceText text)
    {
        if (_bound.TryGetTarget(out BoundMachine? known) && known is not null)
            return known;
        BoundMachine bound = MachineBinder.Bind(text.ToString(), _key.Type);
        _bound.SetTarget(bound);
        return bound;
    }
}
