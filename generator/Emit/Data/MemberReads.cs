using System.Collections.Generic;
using System.Linq;
using Compiled.Generator.Emit.Expressions;
using Compiled.Language.Binding;
using Compiled.Language.Expressions;

namespace Compiled.Generator.Emit.Data;

/// <summary>Which members of its data a state reads, and whether it can do so where they are kept apart.</summary>
internal sealed class MemberReads
{
    private readonly List<string> _names = [];
    private readonly List<string> _numbers = [];

    private MemberReads()
    {
    }

    /// <summary>The names of the members that the state's paths start with, each once.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>Those of them that are compared or counted with.</summary>
    public IReadOnlyList<string> Numbers => _numbers;

    /// <summary>True where the state needs its data whole.</summary>
    public bool NeedsWhole { get; private set; }

    /// <summary>What a Choice or Pass reads; every other state needs its data whole.</summary>
    public static MemberReads Of(State state)
    {
        var reads = new MemberReads();
        bool isPlain = state.QueryLanguage == QueryLanguage.JsonPath && state.InputPath.IsDefault && state.OutputPath.IsDefault && state.Assign is null;
        switch (state)
        {
            case ChoiceState choice when isPlain && choice.Rules.All(rule => rule.Assign is null):
                foreach (ChoiceRule rule in choice.Rules)
                    reads.Add(rule.Condition);
                break;
            case PassState pass when isPlain:
                if (pass.Parameters is { } parameters)
                    reads.Add(parameters);
                // A result goes into a member at the first level, or the data is changed inside; the input cannot be put into itself apart.
                bool isMerged = !pass.ResultPath.IsNull && !pass.ResultPath.IsDefault;
                reads.NeedsWhole |= isMerged && (pass is { Parameters: null, Result: null } || DataPlan.SingleName(pass.ResultPath) is null);
                break;
            default:
                reads.NeedsWhole = true;
                break;
        }
        return reads;
    }

    private void Add(Condition condition)
    {
        switch (condition)
        {
            case AndCondition and:
                foreach (Condition part in and.Parts)
                    Add(part);
                break;
            case OrCondition or:
                foreach (Condition part in or.Parts)
                    Add(part);
                break;
            case NotCondition not:
                Add(not.Inner);
                break;
            case ComparisonCondition comparison:
                bool isNumber = comparison.Operator.ToString().StartsWith("Numeric", System.StringComparison.Ordinal);
                Add(comparison.Variable, isNumber);
                if (comparison.Path is { } path)
                    Add(path, isNumber);
                break;
            default:
                NeedsWhole = true;
                break;
        }
    }

    private void Add(Template template)
    {
        switch (template)
        {
            case LiteralTemplate:
                break;
            case PathTemplate path:
                Add(path.Path, isNumber: false);
                break;
            case IntrinsicTemplate intrinsic:
                Add(intrinsic.Call);
                break;
            case ObjectTemplate members:
                foreach (TemplateMember member in members.Members)
                    Add(member.Value);
                break;
            case ArrayTemplate items:
                foreach (Template item in items.Items)
                    Add(item);
                break;
            default:
                NeedsWhole = true;
                break;
        }
    }

    private void Add(IntrinsicCall call)
    {
        foreach (IntrinsicArgument argument in call.Arguments)
        {
            if (argument is IntrinsicPath path)
                Add(path.Path, call.Function is IntrinsicFunction.MathAdd);
            else if (argument is IntrinsicCall inner)
                Add(inner);
        }
    }

    private void Add(PathExpression path, bool isNumber)
    {
        if (!PathEmitter.IsInline(path))
            NeedsWhole = true;
        else if (path.Root != PathRoot.Input)
            return;
        else if (path.Steps.Count == 0 || path.Steps[0] is not NameStep first)
            NeedsWhole = true;
        else
        {
            AddOnce(_names, first.Name);
            if (isNumber && path.Steps.Count == 1)
                AddOnce(_numbers, first.Name);
        }
    }

    private static void AddOnce(List<string> names, string name)
    {
        if (!names.Contains(name))
            names.Add(name);
    }
}
