using Compiled.Server.Protocol;
using Compiled.Values;

namespace Compiled.Server.Executions;

/// <summary>A start of an Express execution.</summary>
/// <param name="Name">Its name; names may repeat.</param>
/// <param name="ExecutionArn">Its ARN, of the kind <c>express</c> with a UUID at its end.</param>
/// <param name="Input">Its input.</param>
/// <param name="TraceHeader">The X-Ray header; null for none.</param>
internal sealed record ExpressStart(string Name, string ExecutionArn, JsonValue Input, string? TraceHeader)
{
    /// <summary>A start with an ARN of its own. FEATURES P-015.</summary>
    public static ExpressStart New(string stateMachineArn, string? name, JsonValue input, string? traceHeader)
    {
        name ??= RandomIds.NewUuid();
        return new ExpressStart(name, $"{stateMachineArn.Replace(":stateMachine:", ":express:", StringComparison.Ordinal)}:{name}:{RandomIds.NewUuid()}", input, traceHeader);
    }
}
