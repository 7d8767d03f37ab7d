using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Compiled.Values;

namespace Compiled;

/// <summary>Running with types of the caller's own.</summary>
public abstract partial class Workflow
{
    /// <summary>The source-generated contracts named by <c>[StateMachine(JsonContext = ...)]</c>; null when there are none.</summary>
    protected virtual JsonSerializerContext? JsonContext => null;

    /// <summary>
    /// Runs an execution with a typed input and gives its output typed. <see cref="WorkflowFailedException"/> when it ends otherwise
    /// than with success, <see cref="OperationCanceledException"/> when the token stopped it.
    /// </summary>
    public async ValueTask<TOut> RunAsync<TIn, TOut>(TIn input, ExecutionOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= DefaultOptions;
        JsonValue json = ToJson(input, options);
        ExecutionResult result = await ExecuteAsync(json, options, cancellationToken).ConfigureAwait(false);
        if (result.Status == ExecutionStatus.Aborted)
            cancellationToken.ThrowIfCancellationRequested();
        return FromJson<TOut>(result.EnsureSucceeded(), options);
    }

    /// <summary>A value as JSON, by the options' contracts. Emitted code turns a handler's result into JSON with it.</summary>
    protected JsonValue ToJson<T>(T value, ExecutionOptions? options)
        => value is JsonValue json ? json : JsonValue.Serialize(value, TypeInfo<T>(options));

    /// <summary>A value of JSON as a type, by the options' contracts. Emitted code makes a handler's parameters with it.</summary>
    protected T FromJson<T>(JsonValue value, ExecutionOptions? options)
        => typeof(T) == typeof(JsonValue) ? (T)(object)value : value.Deserialize(TypeInfo<T>(options))!;

    /// <summary>
    /// The contract of a type: from <see cref="ExecutionOptions.JsonSerializerOptions"/>, from <see cref="JsonContext"/>, or by
    /// reflection where the program allows it.
    /// </summary>
    protected JsonTypeInfo<T> TypeInfo<T>(ExecutionOptions? options)
    {
        JsonSerializerOptions? chosen = options?.JsonSerializerOptions;
        if (chosen is null && JsonContext?.GetTypeInfo(typeof(T)) is JsonTypeInfo<T> generated)
            return generated;
        if (chosen is null or { TypeInfoResolver: null } && JsonSerializer.IsReflectionEnabledByDefault)
            chosen = Reflected(chosen);
        if (chosen?.TypeInfoResolver is not null && chosen.TryGetTypeInfo(typeof(T), out JsonTypeInfo? info))
            return (JsonTypeInfo<T>)info;
        throw new NotSupportedException(
            $"No JSON contract is known for the type '{typeof(T)}'. Set ExecutionOptions.JsonSerializerOptions to options whose " +
            "TypeInfoResolver is a JsonSerializerContext with [JsonSerializable] for this type.");
    }

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Only reached when the program left reflection on.")]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "Only reached when the program left reflection on.")]
    private static JsonSerializerOptions Reflected(JsonSerializerOptions? options)
        => options is null
            ? JsonSerializerOptions.Web
            : new JsonSerializerOptions(options) { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };
}
