using Compiled.Values;

namespace Compiled.Expressions;

/// <summary>One part of a reference path: a member's name or an element's index.</summary>
public readonly struct PathPart
{
    /// <summary>A member's name.</summary>
    public PathPart(Key key) => Key = key;

    /// <summary>An element's index, counted from 0.</summary>
    public PathPart(int index) => Index = index;

    /// <summary>The name; null when the part is an index.</summary>
    public Key? Key { get; }

    /// <summary>The index, when there is no name.</summary>
    public int Index { get; }

    /// <summary>A member's name.</summary>
    public static implicit operator PathPart(Key key) => new(key);

    /// <summary>An element's index, counted from 0.</summary>
    public static implicit operator PathPart(int index) => new(index);
}
