using System.Collections.Concurrent;
using Compiled.Tasks.Nested;
using Compiled.Values;

namespace Compiled.Tasks;

/// <summary>
/// Handlers by what they handle. A task goes to the first of these that has a handler: its state's name, the function that
/// <c>lambda:invoke</c> names, the whole <c>Resource</c>, the longest prefix that ends in <c>*</c>, the last segment of the
/// <c>Resource</c>, the executions that were added. May be added to while executions run.
/// </summary>
public sealed class TaskHandlerRegistry : ITaskHandler
{
    private readonly ConcurrentDictionary<string, ITaskHandler> _exact = new(StringComparer.Ordinal);
    private volatile KeyValuePair<string, ITaskHandler>[] _prefixes = [];
    private volatile NestedExecutions? _executions;

    /// <summary>
    /// Adds a handler, in place of an earlier one for the same. <paramref name="resource"/> is a Resource ARN, a prefix of one that
    /// ends in <c>*</c>, the ARN's last segment (a function's or activity's name, an action such as <c>sendMessage</c>), or a
    /// state's name.
    /// </summary>
    public TaskHandlerRegistry Add(string resource, ITaskHandler handler)
    {
        ArgumentException.ThrowIfNullOrEmpty(resource);
        ArgumentNullException.ThrowIfNull(handler);
        if (!resource.EndsWith('*'))
        {
            _exact[resource] = handler;
            return this;
        }

        string prefix = resource[..^1];
        lock (_exact)
            _prefixes = [.. _prefixes.Where(entry => entry.Key != prefix).Append(new(prefix, handler)).OrderByDescending(entry => entry.Key.Length)];
        return this;
    }

    /// <summary>Adds a method as handler.</summary>
    public TaskHandlerRegistry Add(string resource, Func<JsonValue, TaskContext, CancellationToken, ValueTask<JsonValue>> handler)
        => Add(resource, new DelegateHandler(handler));

    /// <summary>Adds a method that needs nothing but its input and completes at once.</summary>
    public TaskHandlerRegistry Add(string resource, Func<JsonValue, JsonValue> handler)
        => Add(resource, new DelegateHandler((input, _, _) => ValueTask.FromResult(handler(input))));

    /// <summary>
    /// Has tasks that start executions, and the others of <see cref="NestedExecutions"/>, done by a service, unless there is a handler for them.
    /// </summary>
    public TaskHandlerRegistry AddExecutions(IExecutionService service)
    {
        ArgumentNullException.ThrowIfNull(service);
        _executions = new NestedExecutions(service);
        return this;
    }

    /// <inheritdoc/>
    public ValueTask<JsonValue> HandleAsync(JsonValue input, TaskContext context, CancellationToken cancellationToken)
    {
        if (Find(in input, in context, out string? function) is not { } handler)
            return ValueTask.FromResult(ResourceCall.NoHandler(context.Resource, context.StateName));
        return function is null
            ? handler.HandleAsync(input, context, cancellationToken)
            : LambdaInvoke.HandleAsync(handler.HandleAsync, input, context, cancellationToken);
    }

    /// <inheritdoc/>
    public bool IsIdempotent(JsonValue input, TaskContext context) => Find(in input, in context, out _)?.IsIdempotent(input, context) ?? false;

    internal bool Has(in JsonValue input, in TaskContext context) => Find(in input, in context, out _) is not null;

    private ITaskHandler? Find(in JsonValue input, in TaskContext context, out string? function)
    {
        function = null;
        string resource = context.Resource;
        if (_exact.TryGetValue(context.StateName, out ITaskHandler? handler))
            return handler;
        if (LambdaInvoke.IsInvoke(resource) && LambdaInvoke.FunctionOf(in input) is { } name && FindFunction(name) is { } found)
        {
            function = name;
            return found;
        }

        if (_exact.TryGetValue(resource, out handler))
            return handler;
        foreach ((string prefix, ITaskHandler candidate) in _prefixes)
        {
            if (resource.StartsWith(prefix, StringComparison.Ordinal))
                return candidate;
        }

        return LastSegment(resource) is { } last && _exact.TryGetValue(last, out handler) ? handler
            : LambdaInvoke.IsFunctionArn(resource) ? FindFunction(resource)
            : _executions is { } executions && NestedExecutions.Handles(resource) ? executions : null;
    }

    // A function is known by its ARN, by ARN and qualifier, by its name, or by name:qualifier.
    private ITaskHandler? FindFunction(string function)
    {
        foreach (string name in LambdaInvoke.NamesOf(function))
        {
            if (_exact.TryGetValue(name, out ITaskHandler? handler))
                return handler;
        }

        return null;
    }

    private static string? LastSegment(string resource) => resource.LastIndexOf(':') is >= 0 and int at ? resource[(at + 1)..] : null;

    private sealed class DelegateHandler(Func<JsonValue, TaskContext, CancellationToken, ValueTask<JsonValue>> handler) : ITaskHandler
    {
        public ValueTask<JsonValue> HandleAsync(JsonValue input, TaskContext context, CancellationToken cancellationToken)
            => handler(input, context, cancellationToken);
    }
}
