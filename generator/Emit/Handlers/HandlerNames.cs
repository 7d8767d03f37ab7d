namespace Compiled.Generator.Emit.Handlers;

/// <summary>Signatures that several emitters write.</summary>
internal static class HandlerNames
{
    public const string ValueTask = "global::System.Threading.Tasks.ValueTask";

    public const string Value = "global::Compiled.Values.JsonValue";

    public const string Parameters =
        Value + " arguments, global::Compiled.TaskContext context, global::System.Threading.CancellationToken cancellationToken";

    /// <summary>The method that tells whether an attempt may be done twice.</summary>
    public const string IsIdempotent = "bool IsIdempotent(int state, " + Value + " arguments, global::Compiled.TaskContext context)";

    /// <summary>The method through which the runner performs a task of a state.</summary>
    public const string Perform = ValueTask + "<" + Value + "> PerformAsync(int state, " + Parameters + ")";
}
