using Compiled.Language.Definition;
using Compiled.Language.Faults;
using Compiled.Language.Json;

namespace Compiled.Language.Binding;

/// <summary>Binds a Map, its processor and its settings. FEATURES A14, A15.</summary>
internal static class MapBinder
{
    public static void Bind(StateScope scope, MapState state)
    {
        WorkBinder.Bind(scope, state);
        BindItems(scope.Fields, state);
        BindLimits(scope.Fields, state);
        state.Label = scope.Fields.Text("Label");
        MapLabels.Check(scope);
        ItemSourceBinder.Bind(scope, state);
        ResultWriterBinder.Bind(scope, state);
        foreach (string name in new[] { "ItemProcessor", "Iterator" })
        {
            if (scope.Fields.Object(name) is { } node)
                BindProcessor(scope, state, node);
        }
    }

    private static void BindItems(FieldSet fields, MapState state)
    {
        state.ItemsPath = fields.Path("ItemsPath");
        state.Items = fields.Template("Items");
        state.ItemSelector = fields.Template("ItemSelector") ?? fields.Template("Parameters");
    }

    private static void BindLimits(FieldSet fields, MapState state)
    {
        state.MaxConcurrency = fields.Integer("MaxConcurrency");
        state.MaxConcurrencyPath = fields.Path("MaxConcurrencyPath");
        state.MaxConcurrencyExpression = fields.Expression("MaxConcurrency");
        state.ToleratedFailureCount = fields.Integer("ToleratedFailureCount");
        state.ToleratedFailureCountPath = fields.Path("ToleratedFailureCountPath");
        state.ToleratedFailureCountExpression = fields.Expression("ToleratedFailureCount");
        state.ToleratedFailurePercentage = fields.Number("ToleratedFailurePercentage");
        state.ToleratedFailurePercentagePath = fields.Path("ToleratedFailurePercentagePath");
        state.ToleratedFailurePercentageExpression = fields.Expression("ToleratedFailurePercentage");
    }

    private static void BindProcessor(StateScope scope, MapState state, ObjectNode node)
    {
        BindingContext context = scope.Context;
        FlowDraft draft = context.Scan.FlowOf(node);
        FieldSet fields = context.Reader.Read(node, Place.ItemProcessor, context.MachineLanguage);
        state.Processor = draft.Flow;
        if (fields.Object("ProcessorConfig") is { } config)
            BindConfig(scope, state, config);
        FlowBinder.Bind(context, draft, fields);
    }

    // FEATURES L-281.
    private static void BindConfig(StateScope scope, MapState state, ObjectNode node)
    {
        FieldSet fields = scope.Read(node, Place.ProcessorConfig);
        state.IsDistributed = fields.Text("Mode") == "DISTRIBUTED";
        state.ExecutionType = state.IsDistributed ? fields.Text("ExecutionType") : null;
        if (state.IsDistributed && !fields.IsWritten("ExecutionType"))
            scope.Report(FieldReader.Lacking(
                FieldFaults.MissingField, node, "'ExecutionType' is missing; with 'Mode' 'DISTRIBUTED' it must be 'STANDARD' or 'EXPRESS'"));
        if (state.IsDistributed && WhereExpress(scope, state) is { } where)
            scope.Report(TaskFaults.ExpressUnsupportedIntegration.At(fields.String("Mode")!, $"Map '{state.Name}' is distributed, which {where} does not support"));
    }

    // FEATURES L-300: only a Standard execution runs a distributed Map, be it the machine's own or the child of another.
    private static string? WhereExpress(StateScope scope, MapState state)
    {
        if (scope.Context.MachineType == MachineType.Express)
            return "an Express machine";
        for (State? owner = state.Flow.Owner; owner is not null; owner = owner.Flow.Owner)
        {
            if (owner is MapState { IsDistributed: true } around)
                return around.ExecutionType == "EXPRESS" ? $"an Express child of Map '{around.Name}'" : null;
        }
        return null;
    }
}
