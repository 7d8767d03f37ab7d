using Compiled.Values;

namespace Compiled.Expressions;

/// <summary>A member.</summary>
internal sealed class NameStep(Key key) : Step
{
    internal override bool IsDefinite => true;

    internal override Key? Key { get; } = key;

    internal override JsonValue Pick(JsonValue value, in PathScope scope) => value[Key!];
}

/// <summary>Several members, one after another.</summary>
internal sealed class NamesStep(Key[] keys) : Step
{
    internal override bool IsDefinite => false;

    internal override Step AsLast() => new PickedMembersStep(keys);

    internal override void Visit(JsonValue value, int next, ref Walk walk)
    {
        foreach (Key key in keys)
        {
            JsonValue member = value[key];
            if (!member.IsMissing)
            {
                walk.GoOn(member, next);
            }
        }
    }
}

/// <summary>Several members as one object: what <c>['a','b']</c> is at the end of a path. Members that are not there are left out.</summary>
internal sealed class PickedMembersStep(Key[] keys) : Step
{
    internal override bool IsDefinite => true;

    internal override JsonValue Pick(JsonValue value, in PathScope scope)
    {
        if (!value.IsObject)
        {
            return default;
        }

        var members = new List<JsonProperty>(keys.Length);
        foreach (Key key in keys)
        {
            JsonValue member = value[key];
            if (!member.IsMissing)
            {
                members.Add(new JsonProperty(key, member));
            }
        }

        return JsonValue.Object([.. members]);
    }

    // Behind '..' only objects that have all of the members count.
    internal override void Scan(JsonValue value, int next, ref Walk walk)
    {
        if (value.IsObject && Array.TrueForAll(keys, key => !value[key].IsMissing))
        {
            Visit(value, next, ref walk);
        }
    }
}
