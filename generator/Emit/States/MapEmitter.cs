using Compiled.Generator.Emit.Expressions;
using Compiled.Generator.Emit.Queries;
using Compiled.Language.Binding;
using Compiled.Language.Expressions;

namespace Compiled.Generator.Emit.States;

/// <summary>Map: the processor once for each item, at most MaxConcurrency at a time. FEATURES L-280..L-292.</summary>
internal static class MapEmitter
{
    public static void Emit(FlowEmitter flow, MapState state)
    {
        CodeWriter code = flow.Code;
        var failures = new FailureEmitter(flow, state);
        flow.EnterWork(state);
        failures.BeginAttempts();
        string input = flow.Input(state);
        string concurrency = CSharp.Number(state.MaxConcurrency ?? 0);
        if (state.MaxConcurrencyPath is { } path)
        {
            flow.Quote(state, "MaxConcurrencyPath");
            concurrency = flow.NameOf(state) + "MaxConcurrency";
            code.Line($"fault = PathFields.MaxConcurrency({flow.Paths.Emit(path, input, "Context()")}, {CSharp.Text(path.Text)}, out int {concurrency});");
            code.If("fault is not null", "return Fail(fault);");
        }
        if (state.IsDistributed)
        {
            MapRunEmitter.Emit(flow, state, input, concurrency, failures);
            WorkResult.Emit(flow, state, failures);
            return;
        }
        string items = Items(flow, state, input);
        flow.Inspection.Concurrency(concurrency);
        if (!flow.InPlace.TryRun(state, input, items))
        {
            code.Line($"Input = {input};").Line("Data = data;").Line($"Position = {FlowEmitter.SignalledPosition(state)};");
            code.Line($"return {flow.Inspection.Start($"StartMap({state.Index}, {items}, {concurrency})")};");
        }
        WorkResult.Emit(flow, state, failures);
    }

    /// <summary>Writes what finds the items; gives the C# name that holds them. FEATURES L-282, L-283.</summary>
    public static string Items(FlowEmitter flow, MapState state, string input)
    {
        string items = input, text = "$";
        if (state.ItemsPath is { IsRootOnly: false } or { Root: not PathRoot.Input })
        {
            PathExpression path = state.ItemsPath!;
            flow.Quote(state, "ItemsPath");
            flow.Code.Line($"result = {flow.Paths.Emit(path, input, "Context()")};");
            flow.FailWhenMissing("result", path, input);
            items = "result";
            // AWS looks the path up in the context object as if that were the input, and says so.
            text = path.Root == PathRoot.Context ? path.Text.Substring(1) : path.Text;
        }
        // A distributed Map goes through the members of an object too. FEATURES L-095.
        string isOther = state.IsDistributed ? $"!{items}.IsArray && !{items}.IsObject" : $"!{items}.IsArray";
        flow.Code.Open($"if ({isOther})").Line($"return Fail(Faults.ItemsNotArray({CSharp.Text(text)}));").Close();
        flow.Inspection.Saw("Items", items);
        return items;
    }

    /// <summary>The call that makes one iteration's input. FEATURES L-284: <c>$</c> is the state's input, <c>$$.Map.Item</c> the item.</summary>
    public static string Selector(FlowEmitter flow, MapState state, string input = "Input", string item = "item", string index = "index")
    {
        if (state.QueryLanguage == QueryLanguage.Jsonata)
            return WorkEmitter.Selector(flow, state, input, item, index);
        Template selector = state.ItemSelector!;
        if (TemplateEmitter.IsConstant(selector))
            return flow.Templates.Constant(selector);
        string method = flow.Method(state, "ItemSelector", name =>
            flow.Templates.Method(flow.Code, name, selector, ", JsonValue item, int index", "Context(item, index)"));
        return $"{method}({input}, {item}, {index}, ref fault)";
    }
}
