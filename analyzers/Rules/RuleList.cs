using Compiled.Language.Binding;
using Compiled.Language.Faults;

namespace Compiled.Rules;

/// <summary>All rules, and how a definition is checked against them.</summary>
public static class RuleList
{
    /// <summary>The rules in the order they run. To add one: a class beside this file, and a line here.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        new Unsupported(),
        new IdentifierCollision(),
    ];

    /// <summary>The binder's faults and those of every rule. Rules run only where the machine can.</summary>
    public static IReadOnlyList<Fault> Check(BoundMachine bound)
    {
        List<Fault> faults = [.. bound.Faults];
        if (bound.Machine is { } machine)
        {
            foreach (Rule rule in All)
                rule.Check(machine, faults.Add);
        }

        return faults;
    }
}
