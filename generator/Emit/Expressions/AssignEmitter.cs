using System.Linq;
using Compiled.Language.Binding;
using Compiled.Language.Expressions;

namespace Compiled.Generator.Emit.Expressions;

/// <summary>
/// Turns the <c>Assign</c> of a JSONPath state, rule or catcher into a method of the frame: all values first, from the variables as they
/// were, then all fields together. FEATURES L-071, L-073.
/// </summary>
internal static class AssignEmitter
{
    /// <summary>Writes the call. A fault is left in <c>fault</c> for <paramref name="onFault"/>, nothing being assigned.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="state">The state, whose name the method's begins with.</param>
    /// <param name="field">The rest of the method's name, such as <c>Assign</c>.</param>
    /// <param name="assign">What to assign; null for nothing.</param>
    /// <param name="input">The C# expression of <c>$</c>.</param>
    /// <param name="onFault">The statement that raises <c>fault</c>.</param>
    public static void Emit(FlowEmitter flow, State state, string field, Assignment? assign, string input, string onFault)
    {
        if (AssignsOutput(state))
            flow.Code.Line($"before = {flow.Variables.Read(state.OutputPath.Path!.VariableName!)};");
        if (assign is null || assign.Variables.Count == 0)
            return;
        string method = flow.Method(state, field, name => Write(flow, name, assign));
        flow.Code.Comment($"\"Assign\": {assign.Source.ToCompactJson()}");
        flow.Code.Line($"{method}({input}, ref fault);");
        flow.Code.If("fault is not null", onFault);
    }

    /// <summary>Whether the state assigns the variable that its OutputPath starts from, so that the value from before has to be kept for it.</summary>
    public static bool AssignsOutput(State state) =>
        state is { OutputPath.Path: { Root: PathRoot.Variable, VariableName: var name } }
        && VariableScopes.Assignments(state).Any(assign => assign.Variables.Any(variable => variable.Name == name));

    private static void Write(FlowEmitter flow, string method, Assignment assign)
    {
        CodeWriter code = flow.Code;
        code.Line().Comment(assign.Source.ToCompactJson());
        code.Open($"private void {method}(JsonValue input, ref Fault? fault)");
        string[] values = flow.Templates.Values(code, [.. assign.Variables.Select(variable => variable.Value)], "input", "return;");
        Store(flow, assign, values);
        code.Close();
    }

    /// <summary>Writes what stores values, in the order of the assignment's variables, once all are known; a fault ends the method.</summary>
    public static void Store(FlowEmitter flow, Assignment assign, string[] values)
    {
        CodeWriter code = flow.Code;
        code.Line($"fault = CheckVariables({string.Join(", ", values)});");
        code.If("fault is not null", "return;");
        for (int i = 0; i < values.Length; i++)
            code.Line($"{flow.Variables.Field(assign.Variables[i].Name)} = {values[i]};");
        string members = string.Join(", ", assign.Variables.Select((variable, i) => $"new({flow.Tables.Keys.Of(variable.Name)}, {values[i]})"));
        code.If("THistory.IsOn", $"ShowAssigned(JsonValue.ObjectOf([{members}]));");
    }
}
