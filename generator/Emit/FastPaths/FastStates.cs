using System.Collections.Generic;
using System.Linq;
using Compiled.Generator.Emit.Expressions;
using Compiled.Language.Binding;
using Compiled.Language.Expressions;

namespace Compiled.Generator.Emit.FastPaths;

/// <summary>Writes what the states of a fast path do.</summary>
internal sealed class FastStates(FastPathWriter path, MachineTables tables, FastReader reader, FastTemplates templates, FastFans fans)
{
    /// <summary>Whether a fast path can go through the state.</summary>
    public static bool CanWrite(State state)
    {
        if (state.QueryLanguage != QueryLanguage.JsonPath || state.Assign is not null || !CanRead(state.InputPath) || !CanRead(state.OutputPath))
            return false;
        return state switch
        {
            PassState pass => CanMake(pass.Parameters) && IsTarget(pass.ResultPath),
            ChoiceState choice => choice.Rules.All(rule => rule.Assign is null && CanDecide(rule.Condition)),
            TaskState task => CanMake(task.Parameters) && CanMake(task.ResultSelector) && IsTarget(task.ResultPath) && CanCall(task),
            ParallelState or MapState => CanFan((WorkState)state),
            SucceedState => true,
            _ => false,
        };
    }

    public void Write(State state, FastValue data)
    {
        templates.Begin();
        switch (state)
        {
            case PassState pass:
                Pass(pass, data);
                break;
            case ChoiceState choice:
                Choose(choice, data);
                break;
            case TaskState task:
                Do(task, data);
                break;
            case ParallelState parallel:
                Leave(parallel, data, fans.Branches(parallel, Input(parallel, data)));
                break;
            case MapState map:
                Leave(map, data, fans.Items(map, Input(map, data)));
                break;
            default:
                path.GoOn(null, Output(state, Input(state, data)), events: 2);
                break;
        }
    }

    private void Pass(PassState state, FastValue data)
    {
        FastValue result = Input(state, data);
        if (state.Parameters is { } parameters)
            result = templates.Make(path, parameters, result);
        if (state.Result is { } literal)
            result = templates.Constant(literal.ToCompactJson());
        path.GoOn(state.Next, Output(state, Merge(data, state.ResultPath, result)), events: 2);
    }

    private void Choose(ChoiceState state, FastValue data)
    {
        FastValue input = Input(state, data);
        var conditions = new ConditionEmitter(variable => path.Builder.Build(reader.Read(input, variable, path.NewPlace())));
        foreach (ChoiceRule rule in state.Rules)
        {
            path.Code.Open($"if ({conditions.Emit(rule.Condition)} && missing is null)");
            path.GoOn(rule.Next, Output(state, input), events: 2);
            path.Code.Close();
            path.Leave("missing is not null");
            templates.Begin();
        }
        if (state.Default is { } otherwise)
            path.GoOn(otherwise, Output(state, input), events: 2);
        else
            path.GiveUp();
    }

    private void Do(TaskState state, FastValue data)
    {
        FastValue arguments = Input(state, data);
        if (state.Parameters is { } parameters)
            arguments = templates.Make(path, parameters, arguments);
        Leave(state, data, path.Call(state, arguments, data));
    }

    private void Leave(WorkState state, FastValue data, FastValue result)
    {
        if (state.ResultSelector is { } selector)
            result = templates.Make(path, selector, result);
        path.GoOn(state.Next, Output(state, Merge(data, state.ResultPath, result)), events: 1);
    }

    private FastValue Input(State state, FastValue data) => Through(state.InputPath, data);

    private FastValue Output(State state, FastValue data)
    {
        // What a state gives on must be within the limits also where OutputPath then takes a part of it.
        path.Note(data);
        return Through(state.OutputPath, data);
    }

    private FastValue Through(DataPath through, FastValue data) =>
        through.IsDefault ? data : through.IsNull ? templates.Constant("{}") : templates.Find(path, through.Path!, data);

    private FastValue Merge(FastValue data, DataPath target, FastValue result)
    {
        if (target.IsNull)
            return data;
        if (target.IsDefault)
            return result;
        if (target.Path!.Steps.Count == 1 && target.Path.Steps[0] is NameStep name)
            return Set(data, name.Name, result);
        string local = path.NewLocal();
        path.Code.Line($"{local} = {path.Builder.Build(data)};");
        string parts = tables.Queries.Parts(target.Path.Text, new PathEmitter(tables, null!).Parts(target.Path));
        path.Leave($"!Paths.TrySet(ref {local}, {parts}, {path.Builder.Build(result)})");
        path.LeaveIfLarge(local);
        return new FastLocal(local, isPresent: true);
    }

    private FastValue Set(FastValue data, string name, FastValue value)
    {
        switch (data)
        {
            case FastObject made:
                return new FastObject(Set(made.Members, name, value));
            case FastChange change:
                return new FastChange(change.Origin, Set(change.Members, name, value));
            default:
                FastLocal origin = data as FastLocal ?? path.Take(path.Builder.Build(data), mayBeLarge: true, isPresent: true);
                // What is read in parts is an object.
                path.Leave(origin.Name == FastNames.Input ? "!path.IsProjected && !input.IsObject" : $"!{origin.Name}.IsObject");
                return new FastChange(origin, [new FastMember(name, value)]);
        }
    }

    private static List<FastMember> Set(IReadOnlyList<FastMember> members, string name, FastValue value)
    {
        List<FastMember> changed = [.. members];
        int known = changed.FindIndex(member => member.Name == name);
        if (known < 0)
            changed.Add(new FastMember(name, value));
        else
            changed[known] = new FastMember(name, value);
        return changed;
    }

    // ---- what a path can do

    private static bool CanRead(DataPath path) => path.Path is not { } expression || FastReader.CanRead(expression);

    private static bool CanMake(Template? template) => template is null || FastTemplates.CanMake(template);

    private static bool IsTarget(DataPath target) => target.Path is not { Root: not PathRoot.Input };

    private static bool CanCall(TaskState task) => task is { HeartbeatSeconds: null, HeartbeatSecondsPath: null, TimeoutSecondsPath: null, Credentials: null }
        && task.Arn.Kind != ResourceKind.Activity && task.Arn.Pattern == IntegrationPattern.RequestResponse;

    private static bool CanFan(WorkState state) => CanMake(state.ResultSelector) && IsTarget(state.ResultPath) && FastFans.CanWrite(state);

    private static bool CanDecide(Condition condition) => condition switch
    {
        AndCondition and => and.Parts.All(CanDecide),
        OrCondition or => or.Parts.All(CanDecide),
        NotCondition not => CanDecide(not.Inner),
        ComparisonCondition comparison => FastReader.CanRead(comparison.Variable) && (comparison.Path is not { } path || FastReader.CanRead(path)),
        _ => false,
    };
}
