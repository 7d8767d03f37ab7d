using Compiled.Compilation;
using Compiled.Testing;
using Compiled.Values;

namespace Compiled.Generator.Tests.Emit;

/// <summary>Who an execution is that begins on a fast path: handlers are told the same, whenever they ask.</summary>
public sealed class FastIdentityTests
{
    private const string Text = """
        {"StartAt":"A","States":{"A":{"Type":"Task","Resource":"arn:aws:lambda:us-east-1:123456789012:function:f","Retry":[{"ErrorEquals":["E"],"MaxAttempts":5}],"End":true}}}
        """;

    private static readonly CompiledDefinition s_compiled = DefinitionCompiler.Compile(new DefinitionSource(Text, "test") { HasFastPath = true });

    // No seed: who is asked twice would draw two.
    [Theory]
    [InlineData(-1, -1)]
    [InlineData(-1, 0)]
    [InlineData(0, -1)]
    [InlineData(1, 2)]
    [InlineData(1, -1)]
    [InlineData(2, 0)]
    public async Task Names_AskedAtAnyTime_AreThoseOfTheExecution(int leavesAt, int asksAt)
    {
        List<TaskContext> contexts = [];
        List<string> names = [];
        Handler handler = new(async context =>
        {
            contexts.Add(context);
            if (asksAt == contexts.Count - 1)
                names.Add(context.ExecutionArn);
            // The path is left where a reply has to be waited for.
            if (leavesAt == contexts.Count - 1)
                await Task.Yield();
            return contexts.Count < 4 ? JsonValue.Failure(new Fault("E", null)) : JsonValue.Null;
        });

        ExecutionResult result = await Task.Run(async () => await s_compiled.Create(handler).ExecuteAsync("{}", new ExecutionOptions { TimeProvider = new VirtualTimeProvider { AutoAdvance = true } }));

        Assert.Equal([1, 2, 3, 4], contexts.Select(context => context.Attempt));
        Assert.All(names.Concat(contexts.Select(context => context.ExecutionArn)), name => Assert.Equal(result.ExecutionArn, name));
        Assert.Equal(Enumerable.Repeat(result.Name, 4), contexts.Select(context => context.ExecutionName));
        Assert.Single(contexts.Select(context => context.IdempotencyKey).Distinct());
        Assert.Equal(4, contexts.Select(context => context.ChildName).Distinct().Count());
        Assert.All(contexts, context => Assert.Equal(("A", "test", null), (context.StateName, context.StateMachineName, context.TaskToken)));
    }

    private sealed class Handler(Func<TaskContext, ValueTask<JsonValue>> task) : ITaskHandler
    {
        public ValueTask<JsonValue> HandleAsync(JsonValue input, TaskContext context, CancellationToken cancellationToken) => task(context);
    }
}
