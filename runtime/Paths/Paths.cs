using Compiled.Values;

namespace Compiled.Expressions;

/// <summary>Puts values where reference paths lead to.</summary>
public static class Paths
{
    /// <summary>
    /// Puts a value at <c>$.name</c>, as ResultPath does. False, with the target as it was, when the target is no object: the state then
    /// fails with <see cref="Faults.ResultPathMatchFailure"/>. FEATURES L-037, L-038.
    /// </summary>
    public static bool TrySet(ref JsonValue target, Key name, JsonValue value)
    {
        if (!target.IsObject)
        {
            return false;
        }

        target = target.With(name, value);
        return true;
    }

    /// <summary>
    /// Puts a value where a reference path leads to, as ResultPath does. Objects that are missing on the way are made; an element must be
    /// there already. False, with the target as it was, when something else than an object or array stands in the way.
    /// </summary>
    public static bool TrySet(ref JsonValue target, ReadOnlySpan<PathPart> parts, JsonValue value)
    {
        if (!TryChange(target, parts, value, out JsonValue changed))
        {
            return false;
        }

        target = changed;
        return true;
    }

    /// <summary>The element at an index, counted from the end when it is negative; missing if there is none.</summary>
    internal static JsonValue Item(JsonValue array, int index) => array[index < 0 ? array.Count + index : index];

    private static bool TryChange(JsonValue at, ReadOnlySpan<PathPart> parts, JsonValue value, out JsonValue changed)
    {
        if (parts.IsEmpty)
        {
            changed = value;
            return true;
        }

        PathPart part = parts[0];
        if (part.Key is { } key)
        {
            if (at.IsMissing)
            {
                at = JsonValue.EmptyObject;
            }

            if (!at.IsObject || !TryChange(at[key], parts[1..], value, out changed))
            {
                changed = default;
                return false;
            }

            changed = at.With(key, changed);
            return true;
        }

        changed = at[part.Index];
        if (changed.IsMissing || !TryChange(changed, parts[1..], value, out changed))
        {
            return false;
        }

        changed = at.WithItem(part.Index, changed);
        return true;
    }
}
