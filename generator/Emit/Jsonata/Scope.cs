using System.Collections.Generic;

namespace Compiled.Generator.Emit.Jsonata;

/// <summary>The variables that a part of the expression sees: those of its own frame, then those of the frames around it.</summary>
internal sealed class Scope(Scope? outer)
{
    private readonly Dictionary<string, Variable> _variables = new();

    /// <summary>Makes a variable visible from here on; one of the same name gives way.</summary>
    public void Bind(string name, Variable variable) => _variables[name] = variable;

    /// <summary>The variable of a name, or null.</summary>
    public Variable? Find(string name)
    {
        for (Scope? scope = this; scope is not null; scope = scope.Outer)
        {
            if (scope._variables.TryGetValue(name, out Variable? variable))
                return variable;
        }
        return null;
    }

    /// <summary>The variable of a name in this very frame, or null.</summary>
    public Variable? FindOwn(string name) => _variables.TryGetValue(name, out Variable? variable) ? variable : null;

    private Scope? Outer => outer;

    /// <summary>The name under which the item is kept that a <c>%</c> refers to; no variable can be called so.</summary>
    public static string Ancestor(int label) => "%" + label;
}
