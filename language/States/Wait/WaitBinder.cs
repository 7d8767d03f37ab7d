using Compiled.Language.Definition;

namespace Compiled.Language.Binding;

/// <summary>Binds a Wait. FEATURES A11.</summary>
internal static class WaitBinder
{
    public static void Bind(StateScope scope, WaitState state)
    {
        FieldSet fields = scope.Fields;
        state.Seconds = (long?)fields.Number("Seconds");
        state.SecondsPath = fields.Path("SecondsPath");
        state.SecondsExpression = fields.Expression("Seconds");
        state.Timestamp = fields.Text("Timestamp");
        state.TimestampPath = fields.Path("TimestampPath");
        state.TimestampExpression = fields.Expression("Timestamp");
        // A time that only deployment knows is no time to wait for; the fault on it says so.
        if (fields.IsPlaceholder("Seconds") || fields.IsPlaceholder("Timestamp"))
            state.Seconds = 0;
    }
}
