using Compiled.Generator.Emit.Expressions;
using Compiled.Language.Binding;
using Compiled.Language.Expressions;

namespace Compiled.Generator.Emit.States;

/// <summary>Fail: ends the flow with an error and a cause, each written out or read from the data. FEATURES L-261..L-265.</summary>
internal static class FailEmitter
{
    public static void Emit(FlowEmitter flow, FailState state)
    {
        flow.Enter(state);
        flow.Inspection.Input(state, "data");
        string error = CSharp.Text(state.Error), cause = CSharp.Text(state.Cause);
        if (state.ErrorPath is { } errorPath)
            error = Read(flow, state, "ErrorPath", errorPath, "input");
        if (state.CausePath is { } causePath)
            cause = Read(flow, state, "CausePath", causePath, "result");
        flow.Code.Line($"return FailState({error}, {cause});");
    }

    private static string Read(FlowEmitter flow, FailState state, string field, Template template, string target)
    {
        if (TemplateEmitter.IsConstant(template))
            return CSharp.Text(((Language.Json.StringNode)template.Source).Value);
        flow.Evaluate(state, field, template, target, "data", "return Fail(fault);");
        return $"{target}.IsString ? {target}.AsString() : {target}.ToString()";
    }
}
