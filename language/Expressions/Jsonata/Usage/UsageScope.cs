namespace Compiled.Language.Expressions.Jsonata;

/// <summary>The names bound in one block, function or path.</summary>
/// <param name="parent">The scope around it.</param>
/// <param name="definedAt">For a function's scope, when the function was made; what its parents bind later it sees only if called later.</param>
internal sealed class UsageScope(UsageScope? parent, int definedAt = int.MaxValue)
{
    private readonly UsageScope? _parent = parent;
    private readonly int _definedAt = definedAt;
    private readonly Dictionary<string, int> _bound = new(StringComparer.Ordinal);

    public void Bind(string name, int time)
    {
        // The first binding is the one that makes the name local.
        if (!_bound.ContainsKey(name))
            _bound.Add(name, time);
    }

    /// <summary>Binds the name here and in what is around, as far as the function goes.</summary>
    public void BindOutwards(string name, int time)
    {
        Bind(name, time);
        if (_definedAt == int.MaxValue)
            _parent?.BindOutwards(name, time);
    }

    /// <summary>Whether the name is bound here or further out, and whether it was by the time that a function around the use was made.</summary>
    public bool IsBound(string name, out bool isSure)
    {
        int limit = int.MaxValue;
        for (UsageScope? scope = this; scope is not null; scope = scope._parent)
        {
            if (scope._bound.TryGetValue(name, out int time))
            {
                isSure = time <= limit;
                return true;
            }
            limit = Math.Min(limit, scope._definedAt);
        }
        isSure = false;
        return false;
    }
}
