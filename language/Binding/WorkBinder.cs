using Compiled.Language.Definition;
using Compiled.Language.Faults;
using Compiled.Language.Json;
using Compiled.Language.Vocabulary;

namespace Compiled.Language.Binding;

/// <summary>Binds what Task, Parallel and Map have in common: the way of the result, Retry and Catch. FEATURES A16, A17.</summary>
internal static class WorkBinder
{
    /// <summary>Fills the common part.</summary>
    public static void Bind(StateScope scope, WorkState state)
    {
        state.ResultSelector = scope.Fields.Template("ResultSelector");
        state.ResultPath = scope.Fields.DataPath("ResultPath");
        state.Retry = [.. scope.Objects(scope.Fields, "Retry").Select(node => BindRetrier(scope, node))];
        state.Catch = [.. scope.Objects(scope.Fields, "Catch").Select(node => BindCatcher(scope, node))];
        CheckCatchAll(scope, "Retry");
        CheckCatchAll(scope, "Catch");
    }

    private static Retrier BindRetrier(StateScope scope, ObjectNode node)
    {
        FieldSet fields = scope.Read(node, Place.Retrier);
        var retrier = new Retrier(ErrorNames(scope, fields), node);
        retrier.IntervalSeconds = fields.Integer("IntervalSeconds") ?? retrier.IntervalSeconds;
        retrier.MaxAttempts = fields.Integer("MaxAttempts") ?? retrier.MaxAttempts;
        retrier.BackoffRate = fields.Number("BackoffRate") ?? retrier.BackoffRate;
        retrier.MaxDelaySeconds = fields.Integer("MaxDelaySeconds");
        retrier.FullJitter = fields.Text("JitterStrategy") == "FULL";
        return retrier;
    }

    private static Catcher BindCatcher(StateScope scope, ObjectNode node)
    {
        FieldSet fields = scope.Read(node, Place.Catcher);
        return new Catcher(ErrorNames(scope, fields), node)
        {
            Next = scope.Target(fields, "Next")!,
            ResultPath = fields.DataPath("ResultPath"),
            Assign = AssignmentBinder.Bind(scope, fields),
            Output = fields.Template("Output"),
        };
    }

    private static List<string> ErrorNames(StateScope scope, FieldSet fields)
    {
        var names = new List<string>();
        foreach (JsonNode item in fields.Items("ErrorEquals"))
        {
            if (item is StringNode name)
                names.Add(name.Value);
            else
                scope.Report(FieldFaults.BadType.At(item, $"An item of 'ErrorEquals' is {item.KindName}; expected the name of an error"));
        }
        return names;
    }

    // FEATURES L-363. Read from the text, since an entry with other faults still has its place in the list.
    private static void CheckCatchAll(StateScope scope, string field)
    {
        IReadOnlyList<JsonNode> entries = scope.Fields.Items(field);
        for (int i = 0; i < entries.Count; i++)
        {
            if (entries[i] is not ObjectNode entry || entry["ErrorEquals"] is not ArrayNode names)
                continue;
            if (names.Items.FirstOrDefault(item => item is StringNode { Value: StatesErrors.All }) is not { } all)
                continue;
            if (names.Items.Count > 1)
                scope.Report(ErrorFaults.CatchAllNotAlone.At(all, $"'{StatesErrors.All}' stands beside other errors; it must stand alone in its 'ErrorEquals'"));
            if (i < entries.Count - 1)
                scope.Report(ErrorFaults.CatchAllNotLast.At(all, $"'{StatesErrors.All}' stands before other entries of '{field}'; it must be in the last"));
        }
    }
}
