using System.Globalization;

namespace Compiled.TestState.Slices;

/// <summary>Names for the states that stand around a tested one: short, and never the tested one's.</summary>
internal sealed class SliceNames(string tested)
{
    private readonly Dictionary<string, string> _targets = new(StringComparer.Ordinal);
    private int _count;

    /// <summary>The targets' own names, by those given here.</summary>
    public IReadOnlyDictionary<string, string> Targets => _targets;

    /// <summary>A name that nothing else has.</summary>
    public string New()
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"State {++_count}");
        return name == tested ? New() : name;
    }

    /// <summary>The name that stands for a target, which may be the tested state itself.</summary>
    public string Target(string target)
    {
        foreach ((string name, string known) in _targets)
        {
            if (known == target)
                return name;
        }

        string made = New();
        _targets.Add(made, target);
        return made;
    }
}
