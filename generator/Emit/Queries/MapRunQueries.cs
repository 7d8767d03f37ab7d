using Compiled.Generator.Emit.States;
using Compiled.Language.Binding;
using Compiled.Language.Expressions;

namespace Compiled.Generator.Emit.Queries;

/// <summary>A distributed Map in JSONata: its settings evaluated, and one effect that does it all. FEATURES L-054, A15.</summary>
internal sealed class MapRunQueries(FlowEmitter flow, MapState state, string[] onFault)
{
    private readonly QueryEmitter _queries = new(flow, state);

    /// <summary>Writes what follows once the items and the limit are known, both as C# expressions.</summary>
    public void Emit(string items, string concurrency)
    {
        flow.Code.Line($"BeginMap({items});");
        flow.Inspection.Concurrency(concurrency);
        var settings = new MapRunSettingsText(flow, state) { Items = items, MaxConcurrency = concurrency };
        if (state.ToleratedFailureCountExpression is { } count)
            settings.ToleratedFailureCount = "(int)" + Number("ToleratedFailureCount", "ToleratedFailureCount", count, 0, int.MaxValue);
        if (state.ToleratedFailurePercentageExpression is { } percentage)
            settings.ToleratedFailurePercentage = Number("ToleratedFailurePercentage", "ToleratedFailurePercentage", percentage, 0, 100, "TakeNumber", "double");
        if (state.Reader is { } reader)
        {
            settings.ReaderArguments = Value("ItemReaderArguments", "ItemReader/Arguments", reader.Arguments);
            if (reader.MaxItemsExpression is { } most)
                settings.MaxItems = "(int)" + Number("MaxItems", "ItemReader/ReaderConfig/MaxItems", most, 0, 100_000_000);
        }
        Batcher(settings);
        settings.WriterArguments = Value("ResultWriterArguments", "ResultWriter/Arguments", state.Writer?.Arguments);
        settings.WriteReturn();
    }

    private void Batcher(MapRunSettingsText settings)
    {
        if (state.Batcher is not { } batcher)
            return;
        settings.BatchInput = Value("BatchInput", "ItemBatcher/BatchInput", batcher.BatchInput);
        if (batcher.MaxItemsExpression is { } items)
            settings.MaxItemsPerBatch = "(int)" + Number("MaxItemsPerBatch", "ItemBatcher/MaxItemsPerBatch", items, 1, int.MaxValue);
        if (batcher.MaxBytesExpression is { } bytes)
            settings.MaxBytesPerBatch = "(int)" + Number("MaxInputBytesPerBatch", "ItemBatcher/MaxInputBytesPerBatch", bytes, 1, 262_144);
    }

    private string? Value(string name, string field, Template? template)
    {
        if (template is null)
            return null;
        if (QueryEmitter.IsConstant(template))
            return _queries.Constant(template);
        string method = _queries.Method(name, "JsonValue", "JsonValue input, ", [template], new QueryScope("input"), body =>
            body.Code.Line($"return {body.Value(template, field)};"));
        return Evaluated(name, "JsonValue", method);
    }

    private string Number(string name, string field, JsonataText expression, long least, long most, string take = "TakeWhole", string type = "long")
    {
        string method = _queries.Method(name, type, "JsonValue input, ", [expression], new QueryScope("input"), body =>
            body.Code.Line($"return {body.Value(expression, field, take, type, $"{CSharp.Number(least)}, {CSharp.Number(most)}, ")};"));
        return Evaluated(name, type, method);
    }

    private string Evaluated(string name, string type, string method)
    {
        string local = flow.NameOf(state) + name;
        flow.Code.Line($"{type} {local} = {method}(data, ref fault);");
        flow.Code.If("fault is not null", onFault);
        return local;
    }
}
