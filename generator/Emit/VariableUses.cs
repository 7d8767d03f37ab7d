using System.Collections.Generic;
using System.Linq;
using Compiled.Language.Binding;
using Compiled.Language.Expressions;

namespace Compiled.Generator.Emit;

/// <summary>Where a machine assigns or reads variables.</summary>
internal static class VariableUses
{
    public static IEnumerable<(State State, string Field, string What)> Find(Machine machine)
    {
        foreach (State state in machine.States.Where(state => state.QueryLanguage == QueryLanguage.JsonPath))
        {
            if (state.Assign is not null)
                yield return (state, "Assign", "assigns variables");
            if (state is ChoiceState choice && choice.Rules.Any(rule => rule.Assign is not null))
                yield return (state, "Choices", "assigns variables");
            if (state is WorkState work && work.Catch.Any(catcher => catcher.Assign is not null))
                yield return (state, "Catch", "assigns variables");
            foreach ((string field, PathExpression path) in Paths(state).Where(use => use.Path.Root == PathRoot.Variable))
                yield return (state, field, $"reads the variable '${path.VariableName}'");
        }
    }

    private static IEnumerable<(string Field, PathExpression Path)> Paths(State state)
    {
        var paths = new List<(string, PathExpression)>();
        void Add(string field, PathExpression? path)
        {
            if (path is not null)
                paths.Add((field, path));
        }
        void AddTemplate(string field, Template? template)
        {
            if (template is not null)
                paths.AddRange(Of(template).Select(path => (field, path)));
        }
        Add("InputPath", state.InputPath.Path);
        Add("OutputPath", state.OutputPath.Path);
        if (state is WorkState work)
            AddTemplate("ResultSelector", work.ResultSelector);
        switch (state)
        {
            case PassState pass:
                AddTemplate("Parameters", pass.Parameters);
                break;
            case TaskState task:
                AddTemplate("Parameters", task.Parameters);
                AddTemplate("Credentials", task.Credentials);
                Add("TimeoutSecondsPath", task.TimeoutSecondsPath);
                Add("HeartbeatSecondsPath", task.HeartbeatSecondsPath);
                break;
            case WaitState wait:
                Add("SecondsPath", wait.SecondsPath);
                Add("TimestampPath", wait.TimestampPath);
                break;
            case FailState fail:
                AddTemplate("ErrorPath", fail.ErrorPath);
                AddTemplate("CausePath", fail.CausePath);
                break;
            case ParallelState parallel:
                AddTemplate("Parameters", parallel.Parameters);
                break;
            case MapState map:
                Add("ItemsPath", map.ItemsPath);
                AddTemplate("ItemSelector", map.ItemSelector);
                Add("MaxConcurrencyPath", map.MaxConcurrencyPath);
                break;
            case ChoiceState choice:
                paths.AddRange(choice.Rules.SelectMany(rule => Of(rule.Condition)).Select(path => ("Choices", path)));
                break;
        }
        return paths;
    }

    private static IEnumerable<PathExpression> Of(Condition condition) => condition switch
    {
        AndCondition and => and.Parts.SelectMany(Of),
        OrCondition or => or.Parts.SelectMany(Of),
        NotCondition not => Of(not.Inner),
        ComparisonCondition { Path: { } operand } comparison => [comparison.Variable, operand],
        ComparisonCondition comparison => [comparison.Variable],
        _ => [],
    };

    private static IEnumerable<PathExpression> Of(Template template) => template switch
    {
        PathTemplate path => [path.Path],
        IntrinsicTemplate intrinsic => Of(intrinsic.Call),
        ObjectTemplate members => members.Members.SelectMany(member => Of(member.Value)),
        ArrayTemplate items => items.Items.SelectMany(Of),
        _ => [],
    };

    private static IEnumerable<PathExpression> Of(IntrinsicCall call) => call.Arguments.SelectMany(argument => argument switch
    {
        IntrinsicPath path => [path.Path],
        IntrinsicCall inner => Of(inner),
        _ => Enumerable.Empty<PathExpression>(),
    });
}
