using System.Collections.Generic;
using System.Linq;
using Compiled.Generator.Emit.FastPaths;
using Compiled.Generator.Pipeline;
using Compiled.Language.Binding;

namespace Compiled.Generator.Emit.Handlers;

/// <summary>Writes who serves which task: the user's methods, the <c>ITasks</c> interface, or <c>TaskHandlers</c> by resource.</summary>
internal sealed class HandlersEmitter(CodeWriter code, Machine machine, CompilerOptions options, ContractEmitter contracts, string frames)
{
    private readonly Dictionary<TaskState, string> _calls = new();
    private readonly TaskState[] _tasks = [.. machine.States.OfType<TaskState>().Where(task => task.Arn.Kind != ResourceKind.Activity)];

    public void Write()
    {
        HandlerClass? handlers = options.Handlers;
        var served = new List<(TaskState Task, string Call)>();
        var idempotent = new HashSet<TaskState>();
        if (handlers is not null)
        {
            foreach (TaskState task in _tasks)
            {
                if (HandlerMatcher.Match(task, handlers.Methods) is not { } method)
                    continue;
                if (method.IsIdempotent)
                    idempotent.Add(task);
                served.Add((task, HandlerMatcher.IsInvokedFunction(task, method)
                        ? $"InvokeFunction({AdapterOf(handlers, method)}, arguments, context, cancellationToken)"
                        : AdapterOf(handlers, method) + "(arguments, context, cancellationToken)"));
            }
            if (handlers.JsonContext is { } context)
                code.Line().Line("/// <inheritdoc/>").Line($"protected override global::System.Text.Json.Serialization.JsonSerializerContext? JsonContext => {context}.Default;");
        }
        else if (options.EmitTasksInterface && _tasks.Length > 0)
            served.AddRange(TasksInterfaceEmitter.Write(code, options.ClassName, _tasks));
        foreach ((TaskState task, string call) in served)
            _calls[task] = call;
        ErrorNames();
        Dispatch(served);
        Repeatable(served, idempotent);
        if (handlers is not null)
        {
            foreach (HandlerMethod method in handlers.Methods.Where(method => served.Any(s => s.Call.StartsWith(AdapterOf(handlers, method) + "(", System.StringComparison.Ordinal) || s.Call.StartsWith($"InvokeFunction({AdapterOf(handlers, method)},", System.StringComparison.Ordinal))))
            {
                if (method.PlainInput is { } input)
                    contracts.AddReader(input);
                if (method.PlainResult is { } result)
                    contracts.AddWriter(result);
                new AdapterEmitter(code, $"global::{frames}.Contracts").Write(AdapterOf(handlers, method), method);
            }
        }
    }

    /// <summary>How a fast path calls the task: a method that asks for no more than its input and a token is given no more. Null where the handler is found by the resource.</summary>
    public PlainCall? PlainCall(TaskState task) => Plain(task, options) is { } method ? new PlainCall("Fast" + AdapterOf(options.Handlers!, method), method.TakesCancellationToken)
        : _calls.ContainsKey(task) ? new PlainCall(Direct(task), TakesToken: false, TakesContext: true)
        : null;

    /// <summary>Writes the methods by which a fast path calls handlers.</summary>
    public void PlainCalls()
    {
        foreach (TaskState task in machine.Flow.States.OfType<TaskState>().Where(task => _calls.ContainsKey(task) && Plain(task, options) is null))
        {
            code.Line().Open($"internal {HandlerNames.ValueTask}<{HandlerNames.Value}> {Direct(task)}(scoped ref global::Compiled.Execution.FastPath path, {HandlerNames.Value} arguments)");
            if (_calls[task].Contains("(state, "))
                code.Line($"const int state = {CSharp.Number(task.Index)};");
            code.Open("try");
            code.Line("global::System.Threading.CancellationToken cancellationToken = path.Token;").Line("global::Compiled.TaskContext context = path.Context();");
            code.Line($"return {_calls[task]};").Close();
            code.Open("catch (global::System.Exception exception)").Line("return Thrown(exception);").Close().Close();
        }
        foreach (HandlerMethod method in machine.Flow.States.OfType<TaskState>().Select(task => Plain(task, options)).OfType<HandlerMethod>().Distinct())
        {
            string adapter = AdapterOf(options.Handlers!, method);
            string token = method.TakesCancellationToken ? ", global::System.Threading.CancellationToken cancellationToken" : "";
            code.Line().Open($"internal {HandlerNames.ValueTask}<{HandlerNames.Value}> Fast{adapter}({HandlerNames.Value} arguments{token})");
            code.Open("try").Line($"return {adapter}(arguments, default, {(token.Length > 0 ? "cancellationToken" : "default")});").Close();
            code.Open("catch (global::System.Exception exception)").Line("return Thrown(exception);").Close().Close();
        }
    }

    private static string Direct(TaskState task) => "FastPerform" + CSharp.Number(task.Index);

    public static HandlerMethod? Plain(TaskState task, CompilerOptions options) => options.Handlers is { } handlers && task.Arn.Kind != ResourceKind.Activity
        && HandlerMatcher.Match(task, handlers.Methods) is { TakesContext: false } method && !HandlerMatcher.IsInvokedFunction(task, method) ? method : null;

    /// <summary>The adapter's name: the method's own, with its place in the class where overloads share it.</summary>
    public static string AdapterOf(HandlerClass handlers, HandlerMethod method)
    {
        int overload = handlers.Methods.TakeWhile(m => !ReferenceEquals(m, method)).Count(m => m.MethodName == method.MethodName);
        return $"Perform_{method.MethodName}{(overload == 0 ? "" : "_" + (overload + 1))}";
    }

    private void Dispatch(List<(TaskState Task, string Call)> served)
    {
        code.Line().Line("/// <inheritdoc/>");
        if (served.Count == 0)
        {
            code.Line($"protected override {HandlerNames.Perform} => PerformByResource(state, arguments, context, cancellationToken);");
            return;
        }
        code.Open($"protected override {HandlerNames.Perform}");
        code.Open("try").Open("return state switch");
        foreach (var group in served.GroupBy(s => s.Call))
            code.Line($"{string.Join(" or ", group.Select(s => s.Task.Index))} => {group.Key}, // {CodeWriter.OneLine(string.Join(", ", group.Select(s => s.Task.Name)), 100)}");
        code.Line("_ => PerformByResource(state, arguments, context, cancellationToken),").Close(";").Close();
        // Caught as near to the handler as can be: each frame that an exception passes costs as much as a short workflow.
        code.Open("catch (global::System.Exception exception)").Line("return Thrown(exception);").Close();
        code.Close();
    }

    private void Repeatable(List<(TaskState Task, string Call)> served, HashSet<TaskState> idempotent)
    {
        // Without methods of the class's own the handlers by resource are asked.
        if (served.Count == 0 || options.Handlers is null)
            return;
        code.Line().Line("/// <inheritdoc/>");
        code.Open($"protected override {HandlerNames.IsIdempotent} => state switch");
        foreach (var group in served.GroupBy(s => idempotent.Contains(s.Task)))
            code.Line($"{string.Join(" or ", group.Select(s => s.Task.Index))} => {(group.Key ? "true" : "false")},");
        code.Line("_ => base.IsIdempotent(state, arguments, context),").Close(";");
    }

    private void ErrorNames()
    {
        if (!options.Errors.Any())
            return;
        code.Line().Line("/// <inheritdoc/>");
        code.Open("protected override string? ErrorName(global::System.Exception exception) => exception switch");
        foreach (ErrorType error in options.Errors)
            code.Line($"{error.ExceptionType} => {CSharp.Text(error.ErrorName)},");
        code.Line("_ => null,").Close(";");
    }
}
