using System.Linq;
using Compiled.Generator.Pipeline;

namespace Compiled.Generator.Emit.Handlers;

/// <summary>
/// Writes the method between the runner's JSON and a handler's own types. A handler that has completed is not awaited, so
/// a synchronous one costs no state machine.
/// </summary>
internal sealed class AdapterEmitter(CodeWriter code, string contracts)
{
    public void Write(string name, HandlerMethod method)
    {
        code.Line().Open($"private {HandlerNames.ValueTask}<{HandlerNames.Value}> {name}({HandlerNames.Parameters})");
        string call = $"{method.MethodName}({Arguments(method)})";
        switch (method.Return)
        {
            case HandlerReturn.Void:
                code.Line(call + ";").Line("return new(global::Compiled.Values.JsonValue.Null);");
                break;
            case HandlerReturn.Value:
                // Null is JSON's null, whatever the handler's type says of it.
                code.Line($"var result = {call};").Line($"return new({FromResult(method, "result!")});");
                break;
            default:
                Awaitable(method, call);
                break;
        }
        code.Close();
    }

    private void Awaitable(HandlerMethod method, string call)
    {
        bool gives = method.Return is HandlerReturn.TaskOfValue or HandlerReturn.ValueTaskOfValue;
        if (method.Return == HandlerReturn.ValueTaskOfValue && method.ResultKind == ValueKind.JsonValue)
        {
            code.Line($"return {call};");
            return;
        }
        string type = method.Return is HandlerReturn.Task or HandlerReturn.TaskOfValue ? "global::System.Threading.Tasks.Task" : HandlerNames.ValueTask;
        if (gives)
            type += $"<{method.ResultType}>";
        string none = HandlerNames.Value + ".Null";
        code.Line($"{type} call = {call};");
        code.Open("if (call.IsCompletedSuccessfully)");
        if (gives)
            code.Line($"return new({FromResult(method, "call.Result")});");
        else if (method.Return == HandlerReturn.ValueTask)
            code.Line("call.GetAwaiter().GetResult();").Line($"return new({none});");
        else
            code.Line($"return new({none});");
        code.Close();
        code.Line("return Awaited(call);").Line();
        code.Open($"async {HandlerNames.ValueTask}<{HandlerNames.Value}> Awaited({type} pending)");
        if (gives)
            code.Line($"{method.ResultType} result = await pending.ConfigureAwait(false);").Line($"return {FromResult(method, "result")};");
        else
            code.Line("await pending.ConfigureAwait(false);").Line($"return {none};");
        code.Close();
    }

    private string Arguments(HandlerMethod method)
    {
        var arguments = method.ParameterOrder.Select(kind => kind switch
        {
            'i' => method.Input is { } input ? ToParameter(input, method.PlainInput) : null,
            'c' => method.TakesContext ? "context" : null,
            _ => method.TakesCancellationToken ? "cancellationToken" : null,
        });
        return string.Join(", ", arguments.Where(argument => argument is not null));
    }

    private string ToParameter(HandlerParameter input, PlainType? plain) => input.Kind switch
    {
        ValueKind.JsonValue => "arguments",
        ValueKind.JsonElement => "arguments.ToJsonElement()",
        ValueKind.JsonNode => "arguments.ToJsonNode()!",
        ValueKind.Bytes => "arguments.ToUtf8()",
        _ when plain is not null => $"ReadsPlainly(arguments, context) && {ClassOf(plain)}.TryRead(arguments, out {ContractEmitter.Nullable(plain)} input) ? input{ContractEmitter.Forgiven(plain)} : ReadJson<{input.Type}>(arguments, context)",
        _ => $"ReadJson<{input.Type}>(arguments, context)",
    };

    private string FromResult(HandlerMethod method, string value) => method.ResultKind switch
    {
        ValueKind.JsonValue => value,
        ValueKind.JsonElement => $"global::Compiled.Values.JsonValue.FromJsonElement({value})",
        ValueKind.JsonNode => $"global::Compiled.Values.JsonValue.FromJsonNode({value})",
        ValueKind.Bytes => $"global::Compiled.Values.JsonValue.Parse(({value}).Span)",
        _ when method.PlainResult is { } plain => $"WritesPlainly(context) ? {ClassOf(plain)}.Write({value}) : WriteJson<{method.ResultType}>({value}, context)",
        _ => $"WriteJson<{method.ResultType}>({value}, context)",
    };

    private string ClassOf(PlainType type) => type.Kind == PlainKind.Value ? "global::Compiled.Values.PlainJson" : contracts;
}
