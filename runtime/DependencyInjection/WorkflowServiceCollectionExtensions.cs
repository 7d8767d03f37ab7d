using System.Diagnostics.CodeAnalysis;
using Compiled.Tasks;
using Compiled.Tasks.Nested;
using Compiled.Values;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Compiled.DependencyInjection;

/// <summary>Puts workflows and task handlers into a service collection; the emitted <c>AddCompiledWorkflows()</c> calls these.</summary>
public static class WorkflowServiceCollectionExtensions
{
    /// <summary>
    /// Adds a workflow. It is transient: it lives with whoever asks for it, so that its handlers may use scoped services. Unless the
    /// factory says otherwise it runs with the <see cref="ExecutionOptions"/> of the collection.
    /// </summary>
    public static IServiceCollection AddWorkflow<TWorkflow>(this IServiceCollection services, Func<IServiceProvider, TWorkflow> factory)
        where TWorkflow : Workflow
    {
        ArgumentNullException.ThrowIfNull(factory);
        services.AddWorkflowDefaults();
        services.AddSingleton(new WorkflowRegistration(static provider => provider.GetRequiredService<TWorkflow>()));
        services.AddTransient(provider =>
        {
            TWorkflow workflow = factory(provider);
            if (ReferenceEquals(workflow.DefaultOptions, ExecutionOptions.Default))
                workflow.DefaultOptions = provider.GetRequiredService<ExecutionOptions>();
            return workflow;
        });
        return services;
    }

    /// <summary>
    /// Adds a handler for a resource, as <see cref="TaskHandlerRegistry.Add(string, ITaskHandler)"/> understands it. The handler is
    /// made for each call, by the provider that made the workflow; add it to the collection yourself to choose another lifetime.
    /// </summary>
    public static IServiceCollection AddTaskHandler<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THandler>(
        this IServiceCollection services, string resource)
        where THandler : class, ITaskHandler
    {
        services.TryAddTransient<THandler>();
        return services.AddTaskHandler(resource, static provider => provider.GetRequiredService<THandler>());
    }

    /// <summary>Adds a handler for a resource that a factory makes for each call.</summary>
    public static IServiceCollection AddTaskHandler(this IServiceCollection services, string resource, Func<IServiceProvider, ITaskHandler> factory)
    {
        ArgumentException.ThrowIfNullOrEmpty(resource);
        ArgumentNullException.ThrowIfNull(factory);
        services.AddWorkflowDefaults();
        services.AddSingleton(new TaskHandlerRegistration(resource, factory));
        return services;
    }

    /// <summary>Adds a handler for a resource.</summary>
    public static IServiceCollection AddTaskHandler(this IServiceCollection services, string resource, ITaskHandler handler)
        => services.AddTaskHandler(resource, _ => handler);

    /// <summary>
    /// Adds what executions take from the collection: its TimeProvider, its loggers (category <c>Compiled</c>), its task handlers, and
    /// tables of tokens and activities of its own, and that its workflows start each other by name (<see cref="IExecutionService"/>). What is there
    /// already stays.
    /// </summary>
    public static IServiceCollection AddWorkflowDefaults(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton<TaskTokens>();
        services.TryAddSingleton<Activities>();
        services.TryAddSingleton<IExecutionService>(static provider =>
        {
            IServiceScopeFactory scopes = provider.GetRequiredService<IServiceScopeFactory>();
            return new InMemoryExecutions(null, executions => AddRegistered(executions, scopes));
        });
        services.TryAddTransient(static provider =>
        {
            TaskHandlerRegistry registry = new TaskHandlerRegistry().AddExecutions(provider.GetRequiredService<IExecutionService>());
            foreach (TaskHandlerRegistration registration in provider.GetServices<TaskHandlerRegistration>())
                registry.Add(registration.Resource, new ServiceHandler(provider, registration.Factory));
            return registry;
        });
        services.TryAddTransient(static provider => new ExecutionOptions
        {
            TimeProvider = provider.GetService<TimeProvider>() ?? TimeProvider.System,
            Logger = provider.GetService<ILoggerFactory>()?.CreateLogger("Compiled"),
            TaskTokens = provider.GetRequiredService<TaskTokens>(),
            Activities = provider.GetRequiredService<Activities>(),
            TaskHandlers = provider.GetRequiredService<TaskHandlerRegistry>(),
        });
        return services;
    }

    // Each workflow is made once to learn its name, and again for each execution, with services of its own.
    private static void AddRegistered(InMemoryExecutions executions, IServiceScopeFactory scopes)
    {
        using IServiceScope known = scopes.CreateScope();
        foreach (WorkflowRegistration registration in known.ServiceProvider.GetServices<WorkflowRegistration>())
        {
            executions.Add(registration.Create(known.ServiceProvider).Machine.Name, () =>
            {
                IServiceScope scope = scopes.CreateScope();
                return new WorkflowLease(registration.Create(scope.ServiceProvider), scope);
            });
        }
    }

    private sealed record TaskHandlerRegistration(string Resource, Func<IServiceProvider, ITaskHandler> Factory);

    private sealed class ServiceHandler(IServiceProvider provider, Func<IServiceProvider, ITaskHandler> factory) : ITaskHandler
    {
        public ValueTask<JsonValue> HandleAsync(JsonValue input, TaskContext context, CancellationToken cancellationToken)
            => factory(provider).HandleAsync(input, context, cancellationToken);

        public bool IsIdempotent(JsonValue input, TaskContext context) => factory(provider).IsIdempotent(input, context);
    }
}
