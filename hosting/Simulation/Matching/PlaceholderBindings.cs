namespace Compiled.Simulation.Matching;

/// <summary>What each numbered placeholder (<c>&lt;uuid:1&gt;</c>) has stood for so far; one number stands for one text and one text has one number.</summary>
public sealed class PlaceholderBindings
{
    private Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private Dictionary<(string Kind, string Text), string> _placeholders = [];

    /// <summary>Holds the placeholder to this text; false when either already means something else.</summary>
    public bool TryBind(string placeholder, string kind, string text)
    {
        if (_texts.TryGetValue(placeholder, out string? bound)) return bound == text;
        if (_placeholders.ContainsKey((kind, text))) return false;
        _texts.Add(placeholder, text);
        _placeholders.Add((kind, text), placeholder);
        return true;
    }

    /// <summary>The bindings as they are now, for <see cref="Restore"/>.</summary>
    public PlaceholderBindings Snapshot() => new()
    {
        _texts = new Dictionary<string, string>(_texts, StringComparer.Ordinal),
        _placeholders = new Dictionary<(string, string), string>(_placeholders),
    };

    /// <summary>Goes back to what the bindings were, after a comparison that was only an attempt.</summary>
    public void Restore(PlaceholderBindings snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        _texts = new Dictionary<string, string>(snapshot._texts, StringComparer.Ordinal);
        _placeholders = new Dictionary<(string, string), string>(snapshot._placeholders);
    }
}
