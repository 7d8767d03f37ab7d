using Compiled.Language.Binding;
using Compiled.Language.Expressions;
using Compiled.Language.Json;

namespace Compiled.Rules;

/// <summary>All paths of JSONPath states, those inside templates, intrinsic calls, conditions and filters too.</summary>
internal static class PathUses
{
    /// <summary>The paths of a machine in the order of its states.</summary>
    public static IReadOnlyList<PathUse> Find(Machine machine)
    {
        var uses = new List<PathUse>();
        foreach (State state in machine.States)
        {
            if (state.QueryLanguage == QueryLanguage.JsonPath)
                Add(uses, state);
        }
        return uses;
    }

    /// <summary>The paths of one state; those of its rules and catchers belong to it.</summary>
    public static IReadOnlyList<PathUse> Find(State state)
    {
        var uses = new List<PathUse>();
        Add(uses, state);
        return uses;
    }

    private static void Add(List<PathUse> uses, State state)
    {
        AddField(uses, state, state.Source, "InputPath", state.InputPath.Path, DataPlace.RawInput);
        AddOwn(uses, state);
        if (state is WorkState work)
            AddWork(uses, work);
        AddAssign(uses, state, "Assign", state.Assign, state is WorkState ? DataPlace.Result : DataPlace.Input);
        AddField(uses, state, state.Source, "OutputPath", state.OutputPath.Path, DataPlace.Output);
    }

    private static void AddOwn(List<PathUse> uses, State state)
    {
        switch (state)
        {
            case TaskState task:
                AddTemplate(uses, state, "Parameters", task.Parameters, DataPlace.Input);
                AddTemplate(uses, state, "Credentials", task.Credentials, DataPlace.Input);
                AddField(uses, state, state.Source, "TimeoutSecondsPath", task.TimeoutSecondsPath, DataPlace.Input);
                AddField(uses, state, state.Source, "HeartbeatSecondsPath", task.HeartbeatSecondsPath, DataPlace.Input);
                break;
            case PassState pass:
                AddTemplate(uses, state, "Parameters", pass.Parameters, DataPlace.Input);
                break;
            case WaitState wait:
                AddField(uses, state, state.Source, "SecondsPath", wait.SecondsPath, DataPlace.Input);
                AddField(uses, state, state.Source, "TimestampPath", wait.TimestampPath, DataPlace.Input);
                break;
            case FailState fail:
                AddTemplate(uses, state, "ErrorPath", fail.ErrorPath, DataPlace.Input);
                AddTemplate(uses, state, "CausePath", fail.CausePath, DataPlace.Input);
                break;
            case ParallelState parallel:
                AddTemplate(uses, state, "Parameters", parallel.Parameters, DataPlace.Input);
                break;
            case MapState map:
                AddMap(uses, map);
                break;
            case ChoiceState choice:
                foreach (ChoiceRule rule in choice.Rules)
                {
                    AddCondition(uses, state, rule.Condition);
                    AddAssign(uses, state, "Assign", rule.Assign, DataPlace.Input);
                }
                break;
        }
    }

    private static void AddMap(List<PathUse> uses, MapState map)
    {
        AddField(uses, map, map.Source, "ItemsPath", map.ItemsPath, DataPlace.Input);
        AddTemplate(uses, map, map.Source["ItemSelector"] is null ? "Parameters" : "ItemSelector", map.ItemSelector, DataPlace.Input);
        AddField(uses, map, map.Source, "MaxConcurrencyPath", map.MaxConcurrencyPath, DataPlace.Input);
        AddField(uses, map, map.Source, "ToleratedFailureCountPath", map.ToleratedFailureCountPath, DataPlace.Input);
        AddField(uses, map, map.Source, "ToleratedFailurePercentagePath", map.ToleratedFailurePercentagePath, DataPlace.Input);
        foreach (string field in new[] { "ItemReader", "ItemBatcher", "ResultWriter" })
        {
            if (map.Source[field] is ObjectNode settings)
                AddSettings(uses, map, field, settings);
        }
    }

    // The settings of a distributed Map are kept as written; what is evaluated in them is told by its key.
    private static void AddSettings(List<PathUse> uses, MapState map, string field, ObjectNode settings)
    {
        foreach (JsonMember member in settings.EffectiveMembers())
        {
            if (member.Value is ObjectNode inner && member.Name is not "BatchInput" and not "Parameters")
                AddSettings(uses, map, field, inner);
            else if (member.Name is "BatchInput" or "Parameters")
                AddTemplate(uses, map, field, TemplateParser.Parse(member.Value, QueryLanguage.JsonPath, _ => { }), DataPlace.Input);
            else if (member.Name.EndsWith("Path", StringComparison.Ordinal) && member.Value is StringNode text)
                AddField(uses, map, settings, member.Name, PathParser.Parse(text.Value, out _), DataPlace.Input);
        }
    }

    private static void AddWork(List<PathUse> uses, WorkState work)
    {
        AddTemplate(uses, work, "ResultSelector", work.ResultSelector, DataPlace.Result);
        foreach (Catcher catcher in work.Catch)
            AddAssign(uses, work, "Assign", catcher.Assign, DataPlace.Error);
    }

    private static void AddField(List<PathUse> uses, State state, ObjectNode node, string field, PathExpression? path, DataPlace place)
    {
        if (path is not null && node[field] is StringNode source)
            AddPath(uses, state, field, path, source, place);
    }

    private static void AddAssign(List<PathUse> uses, State state, string field, Assignment? assignment, DataPlace place)
    {
        foreach (TemplateMember variable in assignment?.Variables ?? [])
            AddTemplate(uses, state, field, variable.Value, place);
    }

    private static void AddTemplate(List<PathUse> uses, State state, string field, Template? template, DataPlace place)
    {
        switch (template)
        {
            case PathTemplate { Source: StringNode source } path:
                AddPath(uses, state, field, path.Path, source, place);
                break;
            case IntrinsicTemplate { Source: StringNode source } intrinsic:
                foreach (PathExpression argument in intrinsic.Call.Paths)
                    AddPath(uses, state, field, argument, source, place);
                break;
            case ObjectTemplate made:
                foreach (TemplateMember member in made.Members)
                    AddTemplate(uses, state, field, member.Value, place);
                break;
            case ArrayTemplate made:
                foreach (Template item in made.Items)
                    AddTemplate(uses, state, field, item, place);
                break;
        }
    }

    private static void AddCondition(List<PathUse> uses, State state, Condition condition)
    {
        switch (condition)
        {
            case AndCondition and:
                foreach (Condition part in and.Parts)
                    AddCondition(uses, state, part);
                break;
            case OrCondition or:
                foreach (Condition part in or.Parts)
                    AddCondition(uses, state, part);
                break;
            case NotCondition not:
                AddCondition(uses, state, not.Inner);
                break;
            case ComparisonCondition { Source: ObjectNode rule } comparison:
                AddField(uses, state, rule, "Variable", comparison.Variable, DataPlace.Input);
                if (comparison.Path is not null)
                    AddField(uses, state, rule, comparison.Operator + "Path", comparison.Path, DataPlace.Input);
                break;
        }
    }

    // Filters and path functions hold paths of their own.
    private static void AddPath(List<PathUse> uses, State state, string field, PathExpression path, StringNode source, DataPlace place)
    {
        uses.Add(new PathUse(state, field, path, source, place));
        foreach (PathStep step in path.Steps)
        {
            if (step is NameStep or IndexStep)
                continue;
            foreach (PathExpression inner in InnerPaths.Of(step))
                AddPath(uses, state, field, inner, source, place);
        }
    }
}
