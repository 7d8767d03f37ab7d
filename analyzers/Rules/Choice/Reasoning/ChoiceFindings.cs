using Compiled.Language.Binding;

namespace Compiled.Rules;

/// <summary>What follows from looking at a Choice's rules in every world, or in as many as the budget allows; the rest stays unsaid.</summary>
internal sealed class ChoiceFindings
{
    private const int PairCost = 8;

    private readonly ChoiceWorlds _worlds;
    private readonly IReadOnlyList<ChoiceRule> _rules;
    private readonly IReadOnlyList<ChoiceVariable>[] _variables;
    private readonly ReasoningBudget _budget;
    private readonly Func<string, ValueClass, bool> _isPossible;
    private readonly Dictionary<(int Variable, ValueClass Kind), bool> _open = [];

    private ChoiceFindings(ChoiceState choice, ReasoningBudget budget, Func<string, ValueClass, bool> isPossible)
    {
        _worlds = new ChoiceWorlds(choice);
        _rules = choice.Rules;
        _variables = [.. _rules.Select(rule => _worlds.Of(rule.Condition))];
        _budget = budget;
        _isPossible = isPossible;
        Never = new bool[_rules.Count];
        Always = new bool[_rules.Count];
        Shadowing = new string?[_rules.Count];
    }

    /// <summary>For each rule, whether it can never hold.</summary>
    public bool[] Never { get; }

    /// <summary>For each rule, whether it holds whatever comes in, as far as it can be evaluated.</summary>
    public bool[] Always { get; }

    /// <summary>For each rule, which earlier ones decide wherever it holds, in words; null where it has something to say itself.</summary>
    public string?[] Shadowing { get; }

    /// <summary>Where no rule holds and no Default does, in words; null when there is no such place, or when that is not known.</summary>
    public string? Uncovered { get; private set; }

    /// <summary>The conditions that can never hold: rules, and each And inside one whose parts exclude each other.</summary>
    public List<Condition> Contradictions { get; } = [];

    /// <summary>Looks at a Choice.</summary>
    /// <param name="choice">The Choice.</param>
    /// <param name="budget">What the machine has left to spend.</param>
    /// <param name="isPossible">Which kinds of values the variable of a path may have.</param>
    public static ChoiceFindings Of(ChoiceState choice, ReasoningBudget budget, Func<string, ValueClass, bool> isPossible)
    {
        var findings = new ChoiceFindings(choice, budget, isPossible);
        for (int i = 0; i < choice.Rules.Count; i++)
            findings.LookAt(i);
        if (choice.Default is null)
            findings.LookForGaps();
        return findings;
    }

    private void LookAt(int index)
    {
        Condition condition = _rules[index].Condition;
        bool holds = false, fails = false;
        bool isKnown = ForEach(_variables[index], 1, worlds =>
        {
            Truth truth = _worlds.Evaluate(condition, worlds);
            holds |= truth == Truth.True;
            fails |= truth == Truth.False;
            return !(holds && fails);
        });
        Never[index] = isKnown && !holds;
        if (!LookInside(condition) && Never[index])
            Contradictions.Add(condition);
        Always[index] = isKnown && holds && !fails;
        if (isKnown && holds && index > 0)
            Shadowing[index] = One(index) ?? Together(index);
    }

    // Whether some And in the condition has been found to be a contradiction; the innermost ones are where it stands.
    private bool LookInside(Condition condition)
    {
        IReadOnlyList<Condition> parts = condition switch
        {
            AndCondition and => and.Parts,
            OrCondition or => or.Parts,
            NotCondition not => [not.Inner],
            _ => [],
        };
        bool isFound = false;
        foreach (Condition part in parts)
            isFound |= LookInside(part);
        if (isFound || condition is not AndCondition)
            return isFound;
        bool holds = false;
        bool isKnown = ForEach(_worlds.Of(condition), 1, worlds => !(holds |= _worlds.Evaluate(condition, worlds) == Truth.True));
        if (isKnown && !holds)
            Contradictions.Add(condition);
        return isKnown && !holds;
    }

    // The plain case, an earlier rule that is true wherever this one is, needs to look at two rules' variables only.
    private string? One(int index)
    {
        Condition condition = _rules[index].Condition;
        for (int i = 0; i < index && _budget.Take(PairCost); i++)
        {
            // A rule about other things cannot follow from this one.
            if (Always[i] || Never[i] || !IsAbout(i, index))
                continue;
            bool isShadowed = Follows(_rules[i].Condition, PartsAbout(condition, _variables[i]), _variables[i])
                || Follows(_rules[i].Condition, [condition], _variables[index]);
            if (isShadowed)
                return $"rule {Places.Text(i)} holds whenever this one does";
        }
        return null;
    }

    // Whether a condition is known to hold wherever some others all do; nothing follows from none.
    private bool Follows(Condition condition, IReadOnlyList<Condition> others, IReadOnlyList<ChoiceVariable> variables)
    {
        bool follows = others.Count > 0;
        bool isKnown = follows && ForEach(variables, 1 + others.Count, worlds =>
        {
            follows = others.Any(other => _worlds.Evaluate(other, worlds) != Truth.True) || _worlds.Evaluate(condition, worlds) == Truth.True;
            return follows;
        });
        return isKnown && follows;
    }

    // The parts of an And that look at these variables alone: all of them hold where it does, and they have fewer worlds than the whole.
    private List<Condition> PartsAbout(Condition condition, IReadOnlyList<ChoiceVariable> variables)
    {
        if (condition is AndCondition and)
            return [.. and.Parts.SelectMany(part => PartsAbout(part, variables))];
        return IsAmong(_worlds.Of(condition), variables) ? [condition] : [];
    }

    // Whether an earlier rule looks at nothing but what a later one looks at.
    private bool IsAbout(int earlier, int later) => IsAmong(_variables[earlier], _variables[later]);

    // Both are in the order of their positions.
    private static bool IsAmong(IReadOnlyList<ChoiceVariable> some, IReadOnlyList<ChoiceVariable> all)
    {
        int next = 0;
        foreach (ChoiceVariable variable in some)
        {
            while (next < all.Count && all[next].Index < variable.Index)
                next++;
            if (next == all.Count || all[next] != variable)
                return false;
        }
        return true;
    }

    private string? Together(int index)
    {
        Condition condition = _rules[index].Condition;
        if (!_budget.Take(index))
            return null;
        Condition[] about = [.. _rules.Take(index).Where((_, i) => !Always[i] && !Never[i] && IsAbout(i, index)).Select(rule => rule.Condition)];
        if (about.Length < 2)
            return null;
        bool isShadowed = true;
        bool isKnown = ForEach(_variables[index], about.Length + 1, worlds =>
        {
            isShadowed = _worlds.Evaluate(condition, worlds) != Truth.True || about.Any(other => _worlds.Evaluate(other, worlds) == Truth.True);
            return isShadowed;
        });
        return isKnown && isShadowed ? "wherever it holds an earlier rule holds too" : null;
    }

    private void LookForGaps()
    {
        IReadOnlyList<ChoiceVariable> all = _worlds.Variables;
        bool isKnown = ForEach(all, _rules.Count, worlds => !IsGap(all, worlds));
        if (isKnown || all.Any(variable => variable.Worlds.Count == 0))
            return;
        // Too many to look at all: a value of a kind that nobody compares with is where a gap would be.
        foreach (ValueClass kind in new[] { ValueClass.Object, ValueClass.Null, ValueClass.Number, ValueClass.Text })
        {
            var worlds = new ValueWorld[_worlds.Variables.Count];
            foreach (ChoiceVariable variable in all)
                worlds[variable.Index] = variable.Worlds.FirstOrDefault(world => world.Kind == kind) is { } found && found.Kind == kind ? found : variable.Worlds[0];
            if (_budget.Take(_rules.Count) && IsGap(all, worlds))
                return;
        }
    }

    private bool IsGap(IReadOnlyList<ChoiceVariable> all, ValueWorld[] worlds)
    {
        foreach (ChoiceVariable variable in all)
        {
            if (!IsOpen(variable, worlds[variable.Index].Kind))
                return false;
        }
        foreach (ChoiceRule rule in _rules)
        {
            if (_worlds.Evaluate(rule.Condition, worlds) != Truth.False)
                return false;
        }
        Uncovered ??= WorldText.Of(all, worlds);
        return true;
    }

    // Asked in every world, and the same in all of them.
    private bool IsOpen(ChoiceVariable variable, ValueClass kind)
    {
        if (!_open.TryGetValue((variable.Index, kind), out bool isOpen))
            _open[(variable.Index, kind)] = isOpen = variable.IsMeant(kind) && _isPossible(variable.Name, kind);
        return isOpen;
    }

    /// <summary>Goes through the worlds of some variables until told to stop; false when they are too many.</summary>
    private bool ForEach(IReadOnlyList<ChoiceVariable> variables, int conditions, Func<ValueWorld[], bool> look)
    {
        double count = 1;
        foreach (ChoiceVariable variable in variables)
            count *= variable.Worlds.Count;
        if (count == 0 || !_budget.Take(count * conditions))
            return false;
        var worlds = new ValueWorld[_worlds.Variables.Count];
        int[] places = new int[variables.Count];
        while (true)
        {
            for (int i = 0; i < places.Length; i++)
                worlds[variables[i].Index] = variables[i].Worlds[places[i]];
            if (!look(worlds))
                return true;
            int next = places.Length - 1;
            while (next >= 0 && ++places[next] == variables[next].Worlds.Count)
                places[next--] = 0;
            if (next < 0)
                return true;
        }
    }
}
