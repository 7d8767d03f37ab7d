using Compiled.Outside.Calls;
using Compiled.Outside.Endpoints;
using Compiled.Outside.HttpTasks;
using Compiled.Outside.Lambda;
using Compiled.Tasks;
using Compiled.Values;

namespace Compiled.Outside;

/// <summary>
/// Does the tasks whose work is done outside this process: a task goes to the first handler that takes it, and to <see cref="Otherwise"/>
/// when none does. <see cref="Create"/> makes one from a configuration.
/// </summary>
public sealed class OutsideTasks : ITaskHandler, IDisposable
{
    private readonly IOutsideHandler[] _handlers;
    private readonly IDisposable[] _owned;

    /// <summary>Puts handlers in a row. They stay the caller's, who disposes of what they use.</summary>
    public OutsideTasks(params IReadOnlyList<IOutsideHandler> handlers)
        : this(handlers, [])
    {
    }

    private OutsideTasks(IReadOnlyList<IOutsideHandler> handlers, IDisposable[] owned)
    {
        ArgumentNullException.ThrowIfNull(handlers);
        (_handlers, _owned) = ([.. handlers], owned);
    }

    /// <summary>
    /// Who does what none of the handlers takes: the host's own <see cref="TaskHandlerRegistry"/>, for example with
    /// <see cref="TaskHandlerRegistry.AddExecutions"/>. Unless said, such a task fails as one without a handler.
    /// </summary>
    public ITaskHandler Otherwise { get; init; } = new TaskHandlerRegistry();

    /// <summary>
    /// The handlers that a configuration asks for, in this order: <see cref="OutsideConfiguration.Endpoints"/>, Lambda functions, HTTP tasks. So
    /// an endpoint of one's own can stand in for either of the other two.
    /// </summary>
    /// <param name="configuration">What stands where.</param>
    /// <param name="otherwise">Who does the rest.</param>
    /// <param name="exchanged">Told of each request of an HTTP task with its answer; see <see cref="HttpTaskHandler.Exchanged"/>.</param>
    /// <exception cref="ConfigurationException">The configuration contradicts itself; says where.</exception>
    public static OutsideTasks Create(OutsideConfiguration configuration, ITaskHandler? otherwise = null, Action<TaskContext, HttpExchange>? exchanged = null)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        configuration.Check();
        HttpClient client = HttpClients.Create();
        List<IDisposable> owned = [client];
        List<IOutsideHandler> handlers = [];
        if (configuration.Endpoints.Count > 0)
            handlers.Add(new EndpointHandler(configuration.Endpoints, client));
        if (configuration.Lambda is { } lambda)
            handlers.Add(new LambdaHandler(lambda, client));
        if (configuration.Http is { } http)
        {
            // Calls whose target a definition or an input may choose go through a client of their own, which looks at each address.
            HttpClient guarded = HttpClients.CreateGuarded(http);
            owned.Add(guarded);
            handlers.Add(new HttpTaskHandler(http, guarded, client) { Exchanged = exchanged });
        }

        return new OutsideTasks(handlers, [.. owned]) { Otherwise = otherwise ?? new TaskHandlerRegistry() };
    }

    /// <inheritdoc/>
    public ValueTask<JsonValue> HandleAsync(JsonValue input, TaskContext context, CancellationToken cancellationToken)
        => HandlerOf(in input, in context).HandleAsync(input, context, cancellationToken);

    /// <inheritdoc/>
    public bool IsIdempotent(JsonValue input, TaskContext context) => HandlerOf(in input, in context).IsIdempotent(input, context);

    /// <summary>Disposes of the clients that <see cref="Create"/> made.</summary>
    public void Dispose()
    {
        foreach (IDisposable owned in _owned)
            owned.Dispose();
    }

    private ITaskHandler HandlerOf(in JsonValue input, in TaskContext context)
    {
        foreach (IOutsideHandler handler in _handlers)
        {
            if (handler.Handles(input, context))
                return handler;
        }

        return Otherwise;
    }
}
