using Compiled.Language.Binding;
using Compiled.Language.Faults;
using Compiled.Language.Json;

namespace Compiled.Rules;

/// <summary>A backslash in StringMatches that stands before neither a star nor a backslash. RULES.md, string-matches-escape.</summary>
public sealed class BadStringPattern : Rule
{
    /// <inheritdoc/>
    public override void Check(Machine machine, Action<Fault> report)
    {
        foreach (ChoiceRule rule in machine.States.OfType<ChoiceState>().SelectMany(choice => choice.Rules))
            Check(rule.Condition, report);
    }

    private static void Check(Condition condition, Action<Fault> report)
    {
        switch (condition)
        {
            case AndCondition and:
                foreach (Condition part in and.Parts)
                    Check(part, report);
                break;
            case OrCondition or:
                foreach (Condition part in or.Parts)
                    Check(part, report);
                break;
            case NotCondition not:
                Check(not.Inner, report);
                break;
            case ComparisonCondition { Operator: ComparisonOperator.StringMatches, Literal: StringNode pattern }:
                Check(pattern, report);
                break;
        }
    }

    private static void Check(StringNode pattern, Action<Fault> report)
    {
        string text = pattern.Value;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\')
                continue;
            if (i + 1 < text.Length && (text[i + 1] is '*' or '\\'))
            {
                i++;
                continue;
            }
            report(FlowFaults.BadStringPattern.Inside(
                pattern, i, Math.Min(2, text.Length - i), @"The backslash escapes nothing; only '\*' and '\\' have a meaning in a pattern, written '\\*' and '\\\\' in JSON"));
            return;
        }
    }
}
