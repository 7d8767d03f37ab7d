using System.Collections.Generic;
using System.Linq;
using Compiled.Generator.Emit.Handlers;
using Compiled.Generator.Pipeline;
using Compiled.Language.Binding;

namespace Compiled.Generator.Emit.FastPaths.Typed;

/// <summary>Writes the methods by which a typed lane calls handlers on plain types: object in, object out. What is unusual is handed to the frames as JSON.</summary>
internal sealed class TypedCalls(CompilerOptions options, TypedObjects objects, ContractEmitter contracts, string frames)
{
    private readonly List<HandlerMethod> _called = [];

    /// <summary>The handler of a task that a lane can call; null for others, which are called with JSON.</summary>
    public HandlerMethod? Of(TaskState task) => HandlersEmitter.Plain(task, options) is { } method
        && (method.Input is null || method.PlainInput is { IsTransparent: true })
        && (method.ResultType is null || method.PlainResult is { IsTransparent: true }) ? method : null;

    /// <summary>The name of the method that calls the handler.</summary>
    public string NameOf(HandlerMethod method)
    {
        // Records are equal by value, and two overloads may be.
        if (!_called.Any(called => ReferenceEquals(called, method)))
            _called.Add(method);
        return "Typed" + HandlersEmitter.AdapterOf(options.Handlers!, method);
    }

    public void Write(CodeWriter code)
    {
        foreach (HandlerMethod method in _called)
            Write(code, method);
    }

    private void Write(CodeWriter code, HandlerMethod method)
    {
        string input = method.PlainInput is { } taken ? $", {method.Input!.Type} arguments" : "";
        string result = method.PlainResult is { } given ? $", out {ContractEmitter.Nullable(given)} result" : "";
        code.Line().Open($"internal bool {NameOf(method)}(scoped ref global::Compiled.Execution.FastPath path{input}, long mostBytes{result})");
        if (method.PlainResult is not null)
            code.Line("result = default;");
        string[] arguments = [.. method.ParameterOrder.Select(kind => kind == 'i' ? "arguments" : "path.Token")];
        string call = $"{method.MethodName}({string.Join(", ", arguments)})";
        code.Open("try");
        switch (method.Return)
        {
            case HandlerReturn.Void:
                code.Line(call + ";");
                Take(code, method);
                break;
            case HandlerReturn.Value:
                code.Line($"result = {call};");
                Take(code, method);
                break;
            default:
                string type = TypeOf(method);
                code.Line($"{type} call = {call};");
                code.Open("if (call.IsCompletedSuccessfully)");
                if (method.PlainResult is not null)
                    code.Line("result = call.Result;");
                else if (method.Return == HandlerReturn.ValueTask)
                    code.Line("call.GetAwaiter().GetResult();");
                Take(code, method);
                code.Close();
                code.Line("path.Hold(Awaited(call));").Line("return false;").Line();
                Awaited(code, method, type);
                break;
        }
        code.Close();
        code.Open("catch (global::System.Exception exception)").Line("path.Hold(Thrown(exception));");
        if (method.PlainResult is not null)
            code.Line("result = default;");
        code.Line("return false;").Close();
        code.Close();
    }

    private void Take(CodeWriter code, HandlerMethod method)
    {
        if (method.PlainResult is not { } type)
        {
            code.If("path.IsGoingOn", "return true;");
            code.Line($"path.Hold(new({HandlerNames.Value}.Null));").Line("return false;");
            return;
        }
        code.Open($"if (path.IsGoingOn && {Qualified(objects.MostBytes(type, "result"))} <= mostBytes)");
        // What the handler goes on to do with it is nothing to the execution.
        if (!type.IsImmutable)
            code.Line($"result = {Qualified(objects.Own(type, "result"))};");
        code.Line("return true;").Close();
        code.Line($"path.Hold(new({Written(type, "result")}));").Line("result = default;").Line("return false;");
    }

    private void Awaited(CodeWriter code, HandlerMethod method, string type)
    {
        code.Open($"static async {HandlerNames.ValueTask}<{HandlerNames.Value}> Awaited({type} pending)");
        if (method.PlainResult is { } result)
            code.Line($"return {Written(result, "await pending.ConfigureAwait(false)")};");
        else
            code.Line("await pending.ConfigureAwait(false);").Line($"return {HandlerNames.Value}.Null;");
        code.Close();
    }

    private string Written(PlainType type, string code)
    {
        contracts.AddWriter(type);
        return type.Kind == PlainKind.Value ? $"global::Compiled.Values.PlainJson.Write({code})" : $"global::{frames}.Contracts.Write({code})";
    }

    // The methods stand beside the user's own names.
    private string Qualified(string call) =>
        call.StartsWith("PlainJson.", System.StringComparison.Ordinal) ? "global::Compiled.Values." + call : call.StartsWith("Objects.", System.StringComparison.Ordinal) ? $"global::{frames}.{call}" : call;

    private static string TypeOf(HandlerMethod method)
    {
        string type = method.Return is HandlerReturn.Task or HandlerReturn.TaskOfValue ? "global::System.Threading.Tasks.Task" : HandlerNames.ValueTask;
        return method.PlainResult is null ? type : $"{type}<{method.ResultType}>";
    }
}
