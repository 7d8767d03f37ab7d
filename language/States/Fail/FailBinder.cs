using Compiled.Language.Definition;

namespace Compiled.Language.Binding;

/// <summary>Binds a Fail. FEATURES L-261 to L-265.</summary>
internal static class FailBinder
{
    public static void Bind(StateScope scope, FailState state)
    {
        FieldSet fields = scope.Fields;
        state.Error = fields.Text("Error");
        state.ErrorPath = fields.Template("ErrorPath");
        state.ErrorExpression = fields.Expression("Error");
        state.Cause = fields.Text("Cause");
        state.CausePath = fields.Template("CausePath");
        state.CauseExpression = fields.Expression("Cause");
    }
}
