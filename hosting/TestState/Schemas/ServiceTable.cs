using System.Collections.Concurrent;

namespace Compiled.TestState.Schemas;

/// <summary>
/// What the calls of one service give, as text: a line for each, <c>action {members}</c>, and lines <c>@Name shape</c> for shapes that several name. A
/// line that begins with a blank goes on with the one before. Each is read when it is first asked for.
/// </summary>
internal sealed class ServiceTable
{
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Shape> _shapes = new(StringComparer.Ordinal);

    public ServiceTable(string text)
    {
        foreach (string line in text.ReplaceLineEndings("\n").Replace("\n ", " ", StringComparison.Ordinal).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            int blank = line.IndexOf(' ', StringComparison.Ordinal);
            _texts.Add(line[..blank], line[blank..]);
        }
    }

    /// <summary>The names of all calls.</summary>
    public IEnumerable<string> Actions => _texts.Keys.Where(static name => !name.StartsWith('@'));

    /// <summary>What a call gives; null where the table doesn't say.</summary>
    public ResultSchema? Find(string action) => _texts.ContainsKey(action) ? new ResultSchema(Read(action), this) : null;

    /// <summary>A shape that the table names.</summary>
    public Shape Named(string name) => Read("@" + name);

    private Shape Read(string key) => _shapes.GetOrAdd(key, static (name, texts) => ShapeReader.Read(texts[name]), _texts);
}
