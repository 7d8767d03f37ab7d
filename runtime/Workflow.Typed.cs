using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Compiled.Execution;
using Compiled.Values;

namespace Compiled;

/// <summary>Types of the user's own, at the ends of an execution and of a handler.</summary>
public abstract partial class Workflow
{
    /// <summary>The contracts that <c>[StateMachine(JsonContext = ...)]</c> names; emitted code overrides it.</summary>
    protected virtual JsonSerializerContext? JsonContext => null;

    /// <summary>
    /// Runs an execution with a typed input and gives its output typed. <see cref="WorkflowFailedException"/> when it ends otherwise
    /// than with success, <see cref="OperationCanceledException"/> when the token stopped it.
    /// </summary>
    public async ValueTask<TOut> RunAsync<TIn, TOut>(TIn input, ExecutionOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= DefaultOptions;
        return Typed<TOut>(await ExecuteAsync(Write(input, options), options, cancellationToken).ConfigureAwait(false), options, cancellationToken);
    }

    /// <summary>Whether an execution may go a typed lane: nobody looks on, and JSON is read and written by nothing but the rules that the lane was made for.</summary>
    protected bool MayRunTyped(ExecutionOptions options, CancellationToken cancellationToken)
        => !KeepsHistory(options) && IsPlain(options) && FastRunner.MayRun(options, cancellationToken);

    /// <summary>Goes on with frames where a typed lane ended after a task was called.</summary>
    protected ValueTask<TOut> GoOnTyped<TOut>(scoped ref FastPath path, ExecutionOptions options, CancellationToken cancellationToken)
        => TypedAsync<TOut>(FastRunner.GoOn(this, ref path, options, cancellationToken), options, cancellationToken);

    private async ValueTask<TOut> TypedAsync<TOut>(ValueTask<ExecutionResult> run, ExecutionOptions options, CancellationToken cancellationToken)
        => Typed<TOut>(await run.ConfigureAwait(false), options, cancellationToken);

    private TOut Typed<TOut>(ExecutionResult result, ExecutionOptions options, CancellationToken cancellationToken)
    {
        if (result.Status == ExecutionStatus.Aborted)
            cancellationToken.ThrowIfCancellationRequested();
        return Read<TOut>(result.EnsureSucceeded(), options);
    }

    /// <summary>A task's input as a handler's parameter.</summary>
    protected T ReadJson<T>(JsonValue value, TaskContext context) => Read<T>(value, context.Options);

    /// <summary>A handler's result as a task's.</summary>
    protected JsonValue WriteJson<T>(T value, TaskContext context) => Write(value, context.Options);

    /// <summary>Whether a task's input can be read by emitted code, because nothing but the rules that it was made for applies.</summary>
    protected bool ReadsPlainly(JsonValue value, TaskContext context) => WritesPlainly(context) && PlainJson.IsShallow(value);

    /// <summary>Whether a handler's result can be written by emitted code.</summary>
    protected bool WritesPlainly(TaskContext context) => IsPlain(context.Options);

    private bool IsPlain(ExecutionOptions options)
        => options.JsonSerializerOptions is null && (JsonSerializer.IsReflectionEnabledByDefault || JsonContext is not null);

    private JsonValue Write<T>(T value, ExecutionOptions options)
        => value is JsonValue json ? json : JsonValue.Serialize(value, Contract<T>(options));

    private T Read<T>(JsonValue value, ExecutionOptions options)
        => typeof(T) == typeof(JsonValue) ? (T)(object)value : value.Deserialize(Contract<T>(options))!;

    /// <summary>From the options, then the machine's context, then by reflection where the program left it on.</summary>
    private JsonTypeInfo<T> Contract<T>(ExecutionOptions options)
    {
        JsonSerializerOptions? chosen = options.JsonSerializerOptions;
        if (chosen?.TypeInfoResolver is not null && chosen.TryGetTypeInfo(typeof(T), out JsonTypeInfo? info))
            return (JsonTypeInfo<T>)info;
        if (JsonContext?.GetTypeInfo(typeof(T)) is JsonTypeInfo<T> emitted)
            return emitted;
        if (JsonSerializer.IsReflectionEnabledByDefault)
            return Reflected<T>(chosen);
        throw new NotSupportedException(
            $"No JSON contract is known for the type '{typeof(T)}'. Name a JsonSerializerContext with [JsonSerializable] for this type in " +
            "[StateMachine(JsonContext = ...)], or set it as the TypeInfoResolver of ExecutionOptions.JsonSerializerOptions.");
    }

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Only reached when the program left reflection on.")]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "Only reached when the program left reflection on.")]
    private static JsonTypeInfo<T> Reflected<T>(JsonSerializerOptions? options)
    {
        options = options switch
        {
            null => JsonSerializerOptions.Web,
            { TypeInfoResolver: null } => s_reflected.GetValue(options, static given => new(given) { TypeInfoResolver = new DefaultJsonTypeInfoResolver() }),
            _ => options,
        };
        return (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
    }

    // Contracts are made once for each set of options, not once for each call.
    private static readonly System.Runtime.CompilerServices.ConditionalWeakTable<JsonSerializerOptions, JsonSerializerOptions> s_reflected = [];
}
