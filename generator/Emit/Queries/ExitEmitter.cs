using System.Linq;
using Compiled.Generator.Emit.Expressions;
using Compiled.Language.Binding;
using Compiled.Language.Expressions;

namespace Compiled.Generator.Emit.Queries;

/// <summary>
/// What a JSONata state, rule or catcher does before it goes on: Assign and Output, both from the variables as they were, and nothing is
/// stored unless both succeed. FEATURES L-050, L-073, L-074.
/// </summary>
internal static class ExitEmitter
{
    /// <summary>
    /// Writes what puts the output into <c>data</c> and stores the variables. Says whether the output may be larger than what came in.
    /// </summary>
    /// <param name="flow">The flow.</param>
    /// <param name="state">The state.</param>
    /// <param name="field">The rest of the method's name.</param>
    /// <param name="assign">What to assign, or null.</param>
    /// <param name="output">The output, or null for the default.</param>
    /// <param name="result">The local with the result or the error, the default output; null where that is the input.</param>
    /// <param name="isError">Whether it is the error.</param>
    /// <param name="onFault">The statements that raise <c>fault</c>.</param>
    public static bool Emit(
        FlowEmitter flow, State state, string field, Assignment? assign, Template? output, string? result, bool isError, params string[] onFault)
    {
        CodeWriter code = flow.Code;
        var queries = new QueryEmitter(flow, state);
        bool assigns = assign is { Variables.Count: > 0 };
        if (assigns)
            code.Comment($"\"Assign\": {assign!.Source.ToCompactJson()}");
        if (output is not null)
            code.Comment($"\"Output\": {output.Source.ToCompactJson()}");
        bool isPlain = output is null || QueryEmitter.IsConstant(output);
        if (assigns || !isPlain)
        {
            string method = Method(flow, queries, field, assigns ? assign : null, isPlain ? null : output, result, isError);
            string given = (isPlain ? "data" : "ref data") + (result is null ? "" : ", " + result);
            code.Line($"{method}({given}, ref fault);");
            code.If("fault is not null", onFault);
        }
        if (output is not null && isPlain)
            code.Line($"data = {queries.Constant(output)};");
        else if (output is null && result is not null)
            code.Line($"data = {result};");
        return output is not null;
    }

    private static string Method(
        FlowEmitter flow, QueryEmitter queries, string field, Assignment? assign, Template? output, string? result, bool isError)
    {
        string name = isError ? "error" : "result";
        var scope = new QueryScope("data", result is null || isError ? null : name, isError ? name : null);
        string parameters = (output is null ? "JsonValue data, " : "ref JsonValue data, ") + (result is null ? "" : $"JsonValue {name}, ");
        return queries.Method(field, "void", parameters, [assign, output], scope, body =>
        {
            string[] values = assign is null ? [] : [.. assign.Variables.Select(variable => body.Settled(variable.Value, "Assign/" + variable.Name))];
            string? made = output is null ? null : body.Settled(output, "Output");
            if (assign is not null)
                AssignEmitter.Store(flow, assign, values);
            if (made is not null)
                body.Code.Line($"data = {made};");
        });
    }
}
