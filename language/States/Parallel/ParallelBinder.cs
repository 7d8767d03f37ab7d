using Compiled.Language.Definition;
using Compiled.Language.Json;

namespace Compiled.Language.Binding;

/// <summary>Binds a Parallel and its branches. FEATURES A13.</summary>
internal static class ParallelBinder
{
    public static void Bind(StateScope scope, ParallelState state)
    {
        WorkBinder.Bind(scope, state);
        state.Parameters = scope.Fields.Template("Parameters");
        state.Arguments = scope.Fields.Template("Arguments");
        state.Branches = [.. scope.Objects(scope.Fields, "Branches").Select(node => BindBranch(scope.Context, node))];
    }

    private static Flow BindBranch(BindingContext context, ObjectNode node)
    {
        FlowDraft draft = context.Scan.FlowOf(node);
        FlowBinder.Bind(context, draft, context.Reader.Read(node, Place.Branch, context.MachineLanguage));
        return draft.Flow;
    }
}
