using System.Collections.Generic;

namespace Compiled.Generator.Emit.Tables;

/// <summary>The member names that a machine's paths and templates use: one interned key each, in a nested class <c>Keys</c>.</summary>
internal sealed class KeyTable
{
    private readonly Identifiers _identifiers = new("Keys", "Equals", "GetHashCode", "ToString", "GetType", "MemberwiseClone", "ReferenceEquals", "Finalize");
    private readonly Dictionary<string, string> _byName = new();
    private readonly List<(string Identifier, string Name)> _rows = [];

    /// <summary>The C# expression that reads the key of a name.</summary>
    public string Of(string name)
    {
        if (!_byName.TryGetValue(name, out string? identifier))
        {
            identifier = _identifiers.Plain(name);
            _byName.Add(name, identifier);
            _rows.Add((identifier, name));
        }
        return "Keys." + identifier;
    }

    public void Write(CodeWriter code)
    {
        if (_rows.Count == 0)
            return;
        code.Line().Line("/// <summary>The member names of this machine's paths and templates.</summary>");
        code.Open("file static class Keys");
        foreach ((string identifier, string name) in _rows)
            code.Line($"public static readonly Key {identifier} = Key.Of({CSharp.Text(name)});");
        code.Close();
    }
}
