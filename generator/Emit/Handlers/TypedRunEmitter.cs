using Compiled.Generator.Pipeline;

namespace Compiled.Generator.Emit.Handlers;

/// <summary>Writes the <c>RunAsync</c> of a machine whose input and output have types.</summary>
internal static class TypedRunEmitter
{
    /// <summary>Writes the method.</summary>
    /// <param name="code">Where to write.</param>
    /// <param name="ends">The types.</param>
    /// <param name="lane">The method of the typed lane; null where executions go through JSON.</param>
    public static void Write(CodeWriter code, TypedEnds ends, string? lane)
    {
        code.Line().Line("/// <summary>Runs an execution from its input to its output.</summary>");
        code.Line("/// <exception cref=\"global::Compiled.WorkflowFailedException\">It ended otherwise than with success.</exception>");
        code.Line("/// <exception cref=\"global::System.OperationCanceledException\">The token stopped it.</exception>");
        string head = $"{ends.Accessibility} {HandlerNames.ValueTask}<{ends.Output}> RunAsync({ends.Input} input, global::Compiled.ExecutionOptions? options = null, "
            + "global::System.Threading.CancellationToken cancellationToken = default)";
        string throughJson = $"RunAsync<{ends.Input}, {ends.Output}>(input, options, cancellationToken)";
        if (lane is null)
        {
            code.Line($"{head} => {throughJson};");
            return;
        }
        code.Open(head);
        code.Line("options ??= DefaultOptions;");
        code.If("!MayRunTyped(options, cancellationToken)", $"return {throughJson};");
        code.Line("global::Compiled.Execution.FastPath path = new(this, options, cancellationToken);");
        code.Open($"if ({lane}(this, ref path, input, out {(ends.PlainOutput is { } plain ? ContractEmitter.Nullable(plain) : ends.Output)} output))");
        code.Line("path.Return();").Line($"return new(output{(ends.PlainOutput is { } given ? ContractEmitter.Forgiven(given) : "")});").Close();
        code.Line($"return path.HasCalled ? GoOnTyped<{ends.Output}>(ref path, options, cancellationToken) : {throughJson};");
        code.Close();
    }
}
