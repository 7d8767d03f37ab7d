namespace Compiled;

/// <summary>Makes a method of a <see cref="StateMachineAttribute"/> class do the work of the Task states that it fits.</summary>
/// <remarks>
/// <para>
/// Shape: any of an input, a <see cref="TaskContext"/> and a <see cref="CancellationToken"/>, in any order; it returns nothing or a result,
/// at once or as <see cref="Task"/> or <see cref="ValueTask"/>. Input and result are types of System.Text.Json's,
/// <see cref="Values.JsonValue"/>, <see cref="System.Text.Json.JsonElement"/>, <see cref="System.Text.Json.Nodes.JsonNode"/>, or
/// <see cref="ReadOnlyMemory{T}"/> of bytes: JSON in UTF-8.
/// </para>
/// <para>Errors: the method fails its task by throwing <see cref="TaskFailedException"/> or an exception marked <see cref="AslErrorAttribute"/>.</para>
/// </remarks>
/// <param name="resource">
/// A state's name, a whole Resource, the name of its function or activity, or its last segment; the first of these that some method
/// names wins. Empty means the method's name without <c>Async</c>.
/// </param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class TaskHandlerAttribute(string resource = "") : Attribute
{
    /// <summary>What the method handles; empty for its own name without <c>Async</c>.</summary>
    public string Resource { get; } = resource;

    /// <summary>
    /// One attempt may be done twice: after a crash a durable host calls the method again, with the same
    /// <see cref="TaskContext.IdempotencyKey"/>, where it would otherwise count the attempt as failed and leave it to the state's Retry and
    /// Catch. False unless set.
    /// </summary>
    public bool Idempotent { get; set; }
}
