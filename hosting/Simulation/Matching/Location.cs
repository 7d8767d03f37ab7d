using System.Globalization;

namespace Compiled.Simulation.Matching;

/// <summary>A place in a JSON document: the root, or a member or an item of another place. Printed as <c>$.a.b[0]</c>.</summary>
public sealed class Location
{
    private readonly Location? _parent;
    private readonly string? _name;
    private readonly int _index;

    private Location(Location? parent, string? name, int index)
    {
        _parent = parent;
        _name = name;
        _index = index;
        Depth = parent is null ? 0 : parent.Depth + 1;
    }

    /// <summary>The document itself.</summary>
    public static Location Root { get; } = new(null, null, 0);

    /// <summary>How many steps lead here from the root.</summary>
    public int Depth { get; }

    /// <summary>The last step's member name; null for an item and for the root.</summary>
    public string? Name => _name;

    /// <summary>The last step's index; null for a member and for the root.</summary>
    public int? Index => _parent is null || _name is not null ? null : _index;

    /// <summary>The place this one is in; null for the root.</summary>
    public Location? Parent => _parent;

    /// <summary>The member with this name.</summary>
    public Location Member(string name) => new(this, name, 0);

    /// <summary>The item at this index, from 0.</summary>
    public Location Item(int index) => new(this, null, index);

    /// <inheritdoc/>
    public override string ToString() => _parent is null
        ? "$"
        : _name is null
            ? _parent + "[" + _index.ToString(CultureInfo.InvariantCulture) + "]"
            : _parent + "." + _name;
}
