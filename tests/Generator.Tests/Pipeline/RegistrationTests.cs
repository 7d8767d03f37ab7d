using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace Compiled.Generator.Tests.Pipeline;

/// <summary>The emitted <c>AddCompiledWorkflows</c>, run.</summary>
public sealed class RegistrationTests
{
    private const string Code = """
        using Compiled;
        using Microsoft.Extensions.DependencyInjection;
        using System;
        using System.Threading;
        using System.Threading.Tasks;

        namespace Shop;

        public sealed class Stock(string name) { public string Name => name; }

        [StateMachine("Order.asl.json")]
        public partial class OrderWorkflow(Stock stock, [FromKeyedServices("till")] Stock till, IFormatProvider? format = null, int count = 3)
        {
            public OrderWorkflow() : this(null!, null!) { }
            public string Parts => $"{stock.Name} {till.Name} {format?.ToString() ?? "none"} {count}";
            [TaskHandler("Reserve stock"), TaskHandler("Charge"), TaskHandler("Notify")] private string Any() => "done";
        }

        [StateMachine("Order.asl.json")] public abstract partial class Base;
        [StateMachine("Order.asl.json")] public partial class Demanding { public required int Count { get; init; } }

        public static class Start
        {
            public static IServiceCollection Add(IServiceCollection services) => services
                .AddSingleton(new Stock("shelf")).AddKeyedSingleton("till", new Stock("till"))
                .AddCompiledWorkflows();
        }
        """;

    [Fact]
    public void AddCompiledWorkflows_MakesEachMachineFromTheServices()
    {
        Assembly assembly = EmittedAssembly.Load(new TestProject()
            .Source("Order.cs", Code)
            .Definition("/shop/Order.asl.json", Samples.Order)
            .Definition("/shop/Refund.asl.json", Samples.Pass));
        IServiceCollection services = (IServiceCollection)assembly.GetType("Shop.Start")!.GetMethod("Add")!.Invoke(null, [new ServiceCollection()])!;

        using ServiceProvider provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });

        Type order = assembly.GetType("Shop.OrderWorkflow")!;
        Assert.Equal("shelf till none 3", order.GetProperty("Parts")!.GetValue(provider.GetRequiredService(order)));
        Assert.IsAssignableFrom<Workflow>(provider.GetRequiredService(assembly.GetType("Shop.Refund")!));
        Assert.Null(provider.GetService(assembly.GetType("Shop.Base")!));
        Assert.Null(provider.GetService(assembly.GetType("Shop.Demanding")!));
    }

    [Fact]
    public async Task AddCompiledWorkflows_ForAMachineWithoutAClass_TakesItsTasksOrTheHandlersOfTheServices()
    {
        Assembly assembly = EmittedAssembly.Load(new TestProject().Definition("/shop/Order.asl.json", Samples.Order));
        ServiceCollection services = new();
        assembly.GetType("Microsoft.Extensions.DependencyInjection.CompiledWorkflows")!.GetMethod("AddCompiledWorkflows")!.Invoke(null, [services]);
        DependencyInjection.WorkflowServiceCollectionExtensions.AddTaskHandler(services, "*", new Echo());

        using ServiceProvider provider = services.BuildServiceProvider();
        Workflow order = (Workflow)provider.GetRequiredService(assembly.GetType("Shop.Order")!);
        ExecutionResult result = await order.ExecuteAsync("1");

        Assert.Equal(ExecutionStatus.Succeeded, result.Status);
    }

    private sealed class Echo : ITaskHandler
    {
        public ValueTask<Compiled.Values.JsonValue> HandleAsync(Compiled.Values.JsonValue input, TaskContext context, CancellationToken cancellationToken) => new(input);
    }
}
