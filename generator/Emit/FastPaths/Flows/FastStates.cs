using System.Collections.Generic;
using System.Linq;
using Compiled.Generator.Emit.Expressions;
using Compiled.Generator.Emit.FastPaths.Reading;
using Compiled.Generator.Emit.FastPaths.Typed;
using Compiled.Generator.Emit.FastPaths.Values;
using Compiled.Generator.Emit.FastPaths.Writing;
using Compiled.Language.Binding;
using Compiled.Language.Expressions;
using Compiled.Language.Json;

namespace Compiled.Generator.Emit.FastPaths.Flows;

/// <summary>Writes what the states of a fast path do.</summary>
internal sealed class FastStates(FastPathWriter path, FastFailures failures, MachineTables tables, FastReader reader, FastTemplates templates, FastQueries queries, FastFans fans)
{
    /// <summary>Whether a fast path can go through the state.</summary>
    public static bool CanWrite(State state)
    {
        // The frames can't tell afterwards when the path came to a state.
        if (EntryTimes.AreRead(state))
            return false;
        if (state.QueryLanguage == QueryLanguage.Jsonata)
            return CanQuery(state);
        bool hasItem = FastFans.HasItem(state);
        if (!CanRead(state.InputPath, hasItem) || !CanRead(state.OutputPath, false) || !CanAssign(state.Assign, hasItem) || state.OutputPath.Path is { Root: PathRoot.Variable })
            return false;
        return state switch
        {
            PassState pass => CanMake(pass.Parameters, hasItem) && IsTarget(pass.ResultPath),
            ChoiceState choice => choice.Rules.All(rule => CanAssign(rule.Assign, hasItem) && CanDecide(rule.Condition, hasItem)),
            TaskState task => CanMake(task.Parameters, hasItem) && CanMake(task.ResultSelector, hasItem) && IsTarget(task.ResultPath) && CanCall(task),
            WorkState work => CanMake(work.ResultSelector, hasItem) && IsTarget(work.ResultPath) && FastFans.CanRun(work),
            SucceedState => true,
            _ => false,
        };
    }

    public void Write(State state, FastValue data)
    {
        templates.Begin();
        switch (state)
        {
            case ChoiceState { QueryLanguage: QueryLanguage.Jsonata } choice:
                ChooseByQuery(choice, data);
                break;
            case TaskState { QueryLanguage: QueryLanguage.Jsonata } task:
                DoByQuery(task, data);
                break;
            case { QueryLanguage: QueryLanguage.Jsonata }:
                ExitByQuery(state, "Exit", state.Assign, state.Output, data, null, state.Next, events: 2);
                break;
            case PassState pass:
                Pass(pass, data);
                break;
            case ChoiceState choice:
                Choose(choice, data);
                break;
            case WorkState work:
                Do(work, data);
                break;
            default:
                path.GoOn(null, Output(state, Input(state, data)), events: 2);
                break;
        }
    }

    // ---- JSONata

    private void ChooseByQuery(ChoiceState state, FastValue data)
    {
        queries.Begin(state, "Rule");
        var conditions = new List<string>();
        for (int i = 0; i < state.Rules.Count; i++)
        {
            // All are decided before a rule's own fields are evaluated, as in the frames: the first that holds says what follows.
            var condition = (JsonataCondition)state.Rules[i].Condition;
            if (condition.Expression is { } expression)
            {
                string holds = queries.Decide(expression, data);
                path.Code.If(holds, $"goto {path.LabelOf(state)}_Rule{i};");
            }
            else if (condition.Constant == true)
                path.Code.Line($"goto {path.LabelOf(state)}_Rule{i};");
        }
        if (state.Default is { } otherwise)
            ExitByQuery(state, "Default", state.Assign, state.Output, data, null, otherwise, events: 2);
        else
            path.GiveUp();
        for (int i = 0; i < state.Rules.Count; i++)
        {
            path.Code.Label($"{path.LabelOf(state)}_Rule{i}");
            ChoiceRule rule = state.Rules[i];
            ExitByQuery(state, $"Rule{i}", rule.Assign, rule.Output, data, null, rule.Next, events: 2);
        }
    }

    private void DoByQuery(TaskState state, FastValue data)
    {
        FastValue arguments = data;
        if (state.Arguments is { } template)
        {
            queries.Begin(state, "Arguments");
            arguments = queries.Make(template, data, null);
        }
        FastValue called = path.Calls.Write(state, arguments, data);
        FastLocal result = called as FastLocal ?? path.Take(path.Builder.Build(called), mayBeLarge: true, isPresent: true);
        ExitByQuery(state, "Exit", state.Assign, state.Output, data, result, state.Next, events: 1);
        failures.Write(state, catcher => CanQuery(catcher.Assign) && FastQueries.CanEvaluate(catcher.Output), (catcher, i) =>
            ExitByQuery(state, $"Catch{i}", catcher.Assign, catcher.Output, data, Error(), catcher.Next, events: 2));
    }

    private void ExitByQuery(State state, string field, Assignment? assign, Template? output, FastValue data, FastValue? result, State? next, int events)
    {
        if (assign is not null || output is not null)
            queries.Begin(state, field, isError: field.StartsWith("Catch", System.StringComparison.Ordinal));
        FastValue[] values = [.. (assign?.Variables ?? []).Select(variable => queries.Make(variable.Value, data, result))];
        FastValue made = output is null ? result ?? data : queries.Make(output, data, result);
        path.Assign(assign, values);
        path.GoOn(next, made, events);
    }

    // ---- JSONPath

    private void Pass(PassState state, FastValue data)
    {
        FastValue result = Input(state, data);
        if (state.Parameters is { } parameters)
            result = templates.Make(path, parameters, result);
        if (state.Result is { } literal)
            result = templates.Constant(literal);
        Assign(state.Assign, result);
        path.GoOn(state.Next, Output(state, Merge(data, state.ResultPath, result)), events: 2);
    }

    private void Choose(ChoiceState state, FastValue data)
    {
        FastValue input = Input(state, data);
        var conditions = new ConditionEmitter(
            variable => path.Builder.Build(reader.Read(input, variable, path.NewPlace())),
            comparison => path.Typed is null ? Compare(comparison, input) : TypedConditions.Emit(comparison, reader.Read(input, comparison.Variable, path.Place)) ?? Compare(comparison, input));
        foreach (ChoiceRule rule in state.Rules)
        {
            string condition = conditions.Emit(rule.Condition);
            path.Code.Open(NeedsAll(rule.Condition) ? $"if ({condition})" : $"if ({condition} && missing is null)");
            Assign(rule.Assign, input);
            path.GoOn(rule.Next, Output(state, input), events: 2);
            path.Code.Close();
            path.Leave("missing is not null");
            templates.Begin();
        }
        if (state.Default is { } otherwise)
        {
            Assign(state.Assign, input);
            path.GoOn(otherwise, Output(state, input), events: 2);
        }
        else
            path.GiveUp();
    }

    // A condition in C#, where what is compared is known to be whole numbers; null for others.
    private string? Compare(ComparisonCondition comparison, FastValue input)
    {
        FastValue? variable = reader.Known(input, comparison.Variable), operand = comparison.Path is { } other ? reader.Known(input, other) : null;
        if (FastNumbers.Sign(comparison.Operator) is not null)
            return variable is null || comparison.Path is not null && operand is null ? null : FastNumbers.Emit(comparison, variable, operand);
        // A machine that asks what a value is does not suppose it.
        foreach (FastValue? asked in new[] { variable, operand })
        {
            if (asked is FastInteger { Supposed: { } counter })
                path.Refuse(counter);
        }
        return null;
    }

    // What holds only if all of its comparisons do has found all their values where it holds; what a value is not, one that isn't there isn't either.
    private static bool NeedsAll(Condition condition) =>
        condition is ComparisonCondition { Literal: not BooleanNode { Value: false } } || condition is AndCondition and && and.Parts.All(NeedsAll);

    private void Do(WorkState state, FastValue data)
    {
        FastValue input = Input(state, data);
        FastValue? given = state switch
        {
            TaskState task => path.Calls.Write(task, Given(task.Parameters, input, isText: path.Calls.AreArgumentsText(task)), data),
            ParallelState parallel => fans.Parallel(parallel, Given(parallel.Parameters, input)),
            _ => fans.Map((MapState)state, input),
        };
        // No way may lead through it.
        if (given is not { } raw)
            return;
        FastValue result = state.ResultSelector is { } selector ? templates.Make(path, selector, raw) : raw;
        Assign(state.Assign, raw);
        path.GoOn(state.Next, Output(state, Merge(data, state.ResultPath, result)), events: 1);
        if (state is not TaskState called)
            return;
        failures.Write(called, catcher => CanAssign(catcher.Assign, FastFans.HasItem(state)) && IsTarget(catcher.ResultPath), (catcher, _) =>
        {
            // What was found on the way to the result was not found on this one.
            templates.Begin();
            FastObject error = Error();
            Assign(catcher.Assign, error);
            path.GoOn(catcher.Next, Merge(data, catcher.ResultPath, error), events: 2);
        });
    }

    // The error of the failure: both parts are texts, of which a handler may make long ones.
    private FastObject Error()
    {
        FastLocal name = path.Take($"FastPath.NameOf({FastFailures.Failure})", mayBeLarge: true, isPresent: true);
        FastLocal cause = path.Take($"FastPath.CauseOf({FastFailures.Failure})", mayBeLarge: true, isPresent: true);
        return new FastObject([new FastMember("Error", name), new FastMember("Cause", cause)]);
    }

    private FastValue Given(Template? parameters, FastValue input, bool isText = false) => parameters is null ? input : templates.Make(path, parameters, input, isText);

    // All values first, from the variables as they were.
    private void Assign(Assignment? assign, FastValue input) =>
        path.Assign(assign, [.. (assign?.Variables ?? []).Select(variable => templates.Make(path, variable.Value, input))]);

    private FastValue Input(State state, FastValue data) => Through(state.InputPath, data);

    private FastValue Output(State state, FastValue data)
    {
        // What a state gives on must be within the limits also where OutputPath then takes a part of it.
        path.Note(data);
        return Through(state.OutputPath, data);
    }

    private FastValue Through(DataPath through, FastValue data) =>
        through.IsDefault ? data : through.IsNull ? templates.Empty : templates.Find(path, through.Path!, data);

    private FastValue Merge(FastValue data, DataPath target, FastValue result)
    {
        if (target.IsNull)
            return data;
        if (target.IsDefault)
            return result;
        if (target.Path!.Steps.Count == 1 && target.Path.Steps[0] is NameStep name)
            return Set(data, name.Name, result);
        string local = path.Locals.NewLocal();
        path.Code.Line($"{local} = {path.Builder.Build(data)};");
        string parts = tables.Queries.Parts(target.Path.Text, new PathEmitter(tables, null!).Parts(target.Path));
        path.Leave($"!Paths.TrySet(ref {local}, {parts}, {path.Builder.Build(result)})");
        path.LeaveIfLarge(local);
        path.ReadParts(local);
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
            case FastTyped { Type.IsObject: true } typed:
                path.Leave($"{typed.Code} is null");
                return new FastChange(typed, [new FastMember(name, value)]);
            default:
                FastLocal origin = data as FastLocal ?? path.Take(path.Builder.Build(data), mayBeLarge: true, isPresent: true);
                path.Leave(path.Input.IsNoObject(origin.Name));
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

    private static bool CanRead(DataPath path, bool hasItem) => path.Path is not { } expression || FastReader.CanRead(expression, hasItem);

    private static bool CanQuery(State state) => CanQuery(state.Assign) && FastQueries.CanEvaluate(state.Output) && state switch
    {
        ChoiceState choice => choice.Rules.All(rule => CanQuery(rule.Assign) && FastQueries.CanEvaluate(rule.Output) && CanQuery((JsonataCondition)rule.Condition)),
        TaskState task => FastQueries.CanEvaluate(task.Arguments) && CanCall(task),
        PassState or SucceedState => true,
        _ => false,
    };

    private static bool CanQuery(Assignment? assign) => assign is null || assign.Variables.All(variable => FastQueries.CanEvaluate(variable.Value));

    // A condition that is a constant text is as rare as it is odd.
    private static bool CanQuery(JsonataCondition condition) =>
        condition.Expression is not { } text || FastQueries.CanEvaluate(text) && !Jsonata.JsonataEmitter.IsConstant(text.Parsed);

    private static bool CanAssign(Assignment? assign, bool hasItem) => assign is null || assign.Variables.All(variable => FastTemplates.CanMake(variable.Value, hasItem));

    private static bool CanMake(Template? template, bool hasItem) => template is null || FastTemplates.CanMake(template, hasItem);

    private static bool IsTarget(DataPath target) => target.Path is not { Root: not PathRoot.Input };

    private static bool CanCall(TaskState task) => task is
    { HeartbeatSeconds: null, HeartbeatSecondsPath: null, HeartbeatSecondsExpression: null, TimeoutSecondsPath: null, TimeoutSecondsExpression: null, Credentials: null }
        && task.Arn.Kind != ResourceKind.Activity && task.Arn.Pattern == IntegrationPattern.RequestResponse;

    private static bool CanDecide(Condition condition, bool hasItem) => condition switch
    {
        AndCondition and => and.Parts.All(part => CanDecide(part, hasItem)),
        OrCondition or => or.Parts.All(part => CanDecide(part, hasItem)),
        NotCondition not => CanDecide(not.Inner, hasItem),
        ComparisonCondition comparison => FastReader.CanRead(comparison.Variable, hasItem) && (comparison.Path is not { } path || FastReader.CanRead(path, hasItem)),
        _ => false,
    };
}
