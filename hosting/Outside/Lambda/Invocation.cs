using Compiled.Expressions;
using Compiled.Tasks;
using Compiled.Values;

namespace Compiled.Outside.Lambda;

/// <summary>One invocation as a state asks for it, in either form of Resource. FEATURES T-020 to T-023.</summary>
internal sealed record Invocation
{
    private static readonly Key Payloads = Key.Of("Payload"), Type = Key.Of("InvocationType"), Context = Key.Of("ClientContext"), Name = Key.Of("FunctionName");

    /// <summary>The function by name, partial or whole ARN, with its qualifier if it has one.</summary>
    public required string Function { get; init; }

    public required JsonValue Payload { get; init; }

    /// <summary><c>RequestResponse</c>, <c>Event</c> or <c>DryRun</c>.</summary>
    public string InvocationType { get; init; } = "RequestResponse";

    /// <summary>Base64 text, passed on as it is.</summary>
    public string? ClientContext { get; init; }

    /// <summary>The Resource is <c>lambda:invoke</c>, whose result tells of the request too.</summary>
    public bool IsIntegration { get; init; }

    /// <summary>The function's name alone.</summary>
    public string ShortName => Split().Name;

    /// <summary>The qualifier; null for none.</summary>
    public string? Qualifier => Split().Qualifier;

    /// <summary>The whole ARN without qualifier; the name when the state gives no ARN.</summary>
    public string WholeName => Qualifier is { } qualifier ? Function[..^(qualifier.Length + 1)] : Function;

    /// <summary>The function that a task invokes; null when it invokes none.</summary>
    public static string? FunctionOf(in JsonValue input, string resource)
        => LambdaInvoke.IsFunctionArn(resource) ? resource : LambdaInvoke.IsInvoke(resource) ? LambdaInvoke.FunctionOf(in input) ?? "" : null;

    /// <summary>Reads a task; a failure when its parameters can't be used.</summary>
    public static Invocation? Read(in JsonValue input, string resource, out JsonValue failure)
    {
        failure = default;
        if (LambdaInvoke.IsFunctionArn(resource))
            return new Invocation { Function = resource, Payload = input };
        if (!input[Name].IsString)
        {
            failure = JsonValue.Failure(Faults.ParametersNotUsable(input, "The field 'FunctionName' is required but was missing"));
            return null;
        }

        string? type = TextOf(input[Type]);
        if (type is not (null or "RequestResponse" or "Event" or "DryRun"))
        {
            failure = JsonValue.Failure(Faults.ParametersNotUsable(input, "The value of the field 'InvocationType' has an invalid format"));
            return null;
        }

        return new Invocation
        {
            Function = LambdaInvoke.FunctionOf(in input)!,
            Payload = LambdaInvoke.PayloadOf(input[Payloads]),
            InvocationType = type ?? "RequestResponse",
            ClientContext = TextOf(input[Context]),
            IsIntegration = true,
        };
    }

    private static string? TextOf(in JsonValue value) => value.IsString ? value.AsString() : null;

    // name, name:qualifier, account:function:name, arn:...:function:name:qualifier.
    private (string Name, string? Qualifier) Split()
    {
        const string Marker = "function:";
        int at = Function.IndexOf(Marker, StringComparison.Ordinal);
        string name = at < 0 ? Function : Function[(at + Marker.Length)..];
        int colon = name.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? (name, null) : (name[..colon], name[(colon + 1)..]);
    }
}
