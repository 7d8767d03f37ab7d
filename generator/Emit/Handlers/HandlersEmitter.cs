using System.Collections.Generic;
using System.Linq;
using Compiled.Generator.Pipeline;
using Compiled.Language.Binding;

namespace Compiled.Generator.Emit.Handlers;

/// <summary>Writes who serves which task: the user's methods, the <c>ITasks</c> interface, or <c>TaskHandlers</c> by resource.</summary>
internal sealed class HandlersEmitter(CodeWriter code, Machine machine, CompilerOptions options, ContractEmitter contracts, string frames)
{
    private readonly Dictionary<TaskState, ServedTask> _served = new();
    private readonly TaskState[] _tasks = [.. machine.States.OfType<TaskState>().Where(task => task.Arn.Kind != ResourceKind.Activity)];

    public void Write()
    {
        HandlerClass? handlers = options.Handlers;
        var served = new List<ServedTask>();
        var idempotent = new HashSet<TaskState>();
        if (handlers is not null)
        {
            foreach (TaskState task in _tasks)
            {
                if (HandlerMatcher.Match(task, handlers.Methods) is not { } method)
                    continue;
                if (method.IsIdempotent)
                    idempotent.Add(task);
                served.Add(new ServedTask(task, HandlerMatcher.IsInvokedFunction(task, method)
                        ? $"InvokeFunction({AdapterOf(handlers, method)}, arguments, context, cancellationToken)"
                        : AdapterOf(handlers, method) + "(arguments, context, cancellationToken)", method));
            }
            if (handlers.JsonContext is { } context)
                code.Line().Line("/// <inheritdoc/>").Line($"protected override global::System.Text.Json.Serialization.JsonSerializerContext? JsonContext => {context}.Default;");
        }
        else if (options.EmitTasksInterface && _tasks.Length > 0)
            served.AddRange(TasksInterfaceEmitter.Write(code, options.ClassName, _tasks));
        foreach (ServedTask one in served)
            _served[one.Task] = one;
        ErrorNames();
        Dispatch(served);
        Repeatable(served, idempotent);
        if (handlers is not null)
        {
            foreach (HandlerMethod method in handlers.Methods.Where(method => served.Any(one => ReferenceEquals(one.Method, method))))
            {
                if (method.PlainInput is { } input)
                    contracts.AddReader(input);
                if (method.PlainResult is { } result)
                    contracts.AddWriter(result);
                new AdapterEmitter(code, $"global::{frames}.Contracts").Write(AdapterOf(handlers, method), method);
            }
        }
    }

    /// <summary>The method by which a fast path calls the task. Null where the handler is found by the resource.</summary>
    public PlainCall? PlainCall(TaskState task) => Plain(task, options) is { } method
        ? new("Fast" + AdapterOf(options.Handlers!, method), ReadsArguments: method.Input is not { Kind: ValueKind.JsonValue })
        : _served.ContainsKey(task) ? new(Direct(task), ReadsArguments: false) : null;

    /// <summary>Writes the methods by which a fast path calls handlers: a method that asks for no more than its input and a token is given no more.</summary>
    public void PlainCalls()
    {
        TaskState[] tasks = [.. machine.Flow.States.OfType<TaskState>()];
        foreach (TaskState task in tasks.Where(task => Plain(task, options) is null))
        {
            if (_served.TryGetValue(task, out ServedTask served))
                Fast(Direct(task), served.Call, served.ByResourceIf, $"PerformByResource({CSharp.Number(task.Index)}, arguments, context, cancellationToken)", token: true, context: true);
        }
        foreach (HandlerMethod method in tasks.Select(task => Plain(task, options)).OfType<HandlerMethod>().Distinct())
        {
            string adapter = AdapterOf(options.Handlers!, method), token = method.TakesCancellationToken ? "cancellationToken" : "default";
            Fast("Fast" + adapter, $"{adapter}(arguments, default, {token})", null, "", method.TakesCancellationToken, context: false);
        }
    }

    // The reply is taken in the method where it was written. Who hands it on copies it twice, and each copy waits for what was only just written.
    private void Fast(string name, string call, string? otherwiseIf, string otherwise, bool token, bool context)
    {
        code.Line().Open($"internal {HandlerNames.Value} {name}(scoped ref global::Compiled.Execution.FastPath path, {HandlerNames.Value} arguments, long mostBytes)");
        code.Line($"{HandlerNames.ValueTask}<{HandlerNames.Value}> reply;");
        code.Open("try");
        if (token)
            code.Line("global::System.Threading.CancellationToken cancellationToken = path.Token;");
        if (context)
            code.Line("global::Compiled.TaskContext context = path.Context();");
        if (otherwiseIf is null)
            code.Line($"reply = {call};");
        else
            code.If(otherwiseIf, $"reply = {otherwise};").Line("else").Indent().Line($"reply = {call};").Outdent();
        code.Close();
        code.Open("catch (global::System.Exception exception)").Line("reply = Thrown(exception);").Close();
        code.Line("return path.Take(in reply, mostBytes);").Close();
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

    private void Dispatch(List<ServedTask> served)
    {
        code.Line().Line("/// <inheritdoc/>");
        if (served.Count == 0)
        {
            code.Line($"protected override {HandlerNames.Perform} => PerformByResource(state, arguments, context, cancellationToken);");
            return;
        }
        code.Open($"protected override {HandlerNames.Perform}");
        code.Open("try").Open("return state switch");
        foreach (var group in served.GroupBy(s => (s.Call, s.ByResourceIf)))
        {
            string otherwise = group.Key.ByResourceIf is { } condition ? $"{condition} ? PerformByResource(state, arguments, context, cancellationToken) : " : "";
            code.Line($"{string.Join(" or ", group.Select(s => s.Task.Index))} => {otherwise}{group.Key.Call}, // {CodeWriter.OneLine(string.Join(", ", group.Select(s => s.Task.Name)), 100)}");
        }
        code.Line("_ => PerformByResource(state, arguments, context, cancellationToken),").Close(";").Close();
        // Caught as near to the handler as can be: each frame that an exception passes costs as much as a short workflow.
        code.Open("catch (global::System.Exception exception)").Line("return Thrown(exception);").Close();
        code.Close();
    }

    private void Repeatable(List<ServedTask> served, HashSet<TaskState> idempotent)
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
