using Compiled.Language.Binding;
using Compiled.Language.Expressions;

namespace Compiled.Generator.Emit.States;

/// <summary>A distributed Map in JSONPath: its settings evaluated, and one effect that does it all. FEATURES A15.</summary>
internal static class MapRunEmitter
{
    public static void Emit(FlowEmitter flow, MapState state, string input, string concurrency, FailureEmitter failures)
    {
        CodeWriter code = flow.Code;
        // L-311: a reader wins over what the state before gives, and a path into that is not even looked at.
        string items = state.Reader is null ? MapEmitter.Items(flow, state, input) : "default";
        if (items == "result")
            code.Line($"JsonValue {items = flow.NameOf(state) + "Items"} = result;");
        code.Line($"Input = {input};").Line("Data = data;").Line($"Position = {FlowEmitter.SignalledPosition(state)};");
        code.Line($"BeginMap({items});");
        flow.Inspection.Concurrency(concurrency);
        var settings = new MapRunSettingsText(flow, state) { Items = items, MaxConcurrency = concurrency };
        Tolerance(flow, state, input, settings);
        if (state.Reader is { } reader)
            Reader(flow, state, reader, input, settings, failures);
        if (state.Batcher is { } batcher)
            Batcher(flow, state, batcher, input, settings, failures);
        settings.WriterArguments = Template(flow, state, "ResultWriter", state.Writer?.Arguments, input, failures);
        settings.WriteReturn();
    }

    private static void Tolerance(FlowEmitter flow, MapState state, string input, MapRunSettingsText settings)
    {
        if (state.ToleratedFailureCountPath is { } count)
            settings.ToleratedFailureCount = Path(flow, state, "ToleratedFailureCount", count, input, "int");
        if (state.ToleratedFailurePercentagePath is { } percentage)
            settings.ToleratedFailurePercentage = Path(flow, state, "ToleratedFailurePercentage", percentage, input, "double");
    }

    private static void Reader(FlowEmitter flow, MapState state, ItemReader reader, string input, MapRunSettingsText settings, FailureEmitter failures)
    {
        settings.ReaderArguments = Template(flow, state, "ItemReader", reader.Arguments, input, failures);
        if (reader.MaxItemsPath is not { } path)
            return;
        settings.MaxItems = flow.NameOf(state) + "MaxItems";
        flow.Code.Line($"fault = PathFields.MaxItems({flow.Paths.Emit(path, input, "Context()")}, {CSharp.Text(path.Text)}, out int {settings.MaxItems});");
        // L-308: a negative number ends the run, and not the state before it.
        flow.Code.If("fault is { Error: \"States.Runtime\" }", "return Fail(fault);");
        settings.Refusal = "fault";
    }

    private static void Batcher(FlowEmitter flow, MapState state, ItemBatcher batcher, string input, MapRunSettingsText settings, FailureEmitter failures)
    {
        settings.BatchInput = Template(flow, state, "ItemBatcher", batcher.BatchInput, input, failures);
        if (batcher.MaxItemsPath is { } items)
            settings.MaxItemsPerBatch = BatchLimit(flow, state, "MaxItemsPerBatch", items, input);
        if (batcher.MaxBytesPath is { } bytes)
            settings.MaxBytesPerBatch = BatchLimit(flow, state, "MaxInputBytesPerBatch", bytes, input);
    }

    private static string Path(FlowEmitter flow, MapState state, string field, PathExpression path, string input, string type)
    {
        string local = flow.NameOf(state) + field;
        flow.Quote(state, field + "Path");
        flow.Code.Line($"fault = PathFields.{field}({flow.Paths.Emit(path, input, "Context()")}, {CSharp.Text(path.Text)}, out {type} {local});");
        flow.Code.If("fault is not null", "return Fail(fault);");
        return local;
    }

    private static string BatchLimit(FlowEmitter flow, MapState state, string field, PathExpression path, string input)
    {
        string local = flow.NameOf(state) + field;
        flow.Code.Line($"fault = PathFields.BatchLimit({flow.Paths.Emit(path, input, "Context()")}, {CSharp.Text(field + "Path")}, {CSharp.Text(path.Text)}, out int {local});");
        flow.Code.If("fault is not null", "return Fail(fault);");
        return local;
    }

    private static string? Template(FlowEmitter flow, MapState state, string field, Template? template, string input, FailureEmitter failures)
    {
        if (template is null)
            return null;
        string local = flow.NameOf(state) + field;
        flow.Code.Line($"JsonValue {local};");
        flow.Evaluate(state, field, template, local, input, failures.Raise);
        return local;
    }
}
