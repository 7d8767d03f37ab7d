using System.Text;
using Compiled.Values;

namespace Compiled.Tasks.Nested;

/// <summary>The parameters of one task, read as AWS reads them.</summary>
internal sealed class NestedCall(JsonValue parameters, TaskContext context)
{
    public static readonly Key
        ExecutionArn = Key.Of("ExecutionArn"), Error = Key.Of("Error"), Cause = Key.Of("Cause"), TaskToken = Key.Of("TaskToken");

    private static readonly Key
        StateMachineArn = Key.Of("StateMachineArn"), Name = Key.Of("Name"), Input = Key.Of("Input"), OutputKey = Key.Of("Output");

    // Taken before the first wait: they are the attempt's.
    private readonly DateTimeOffset? _begun = context.AttemptTime;
    private readonly string _childName = context.ChildName;

    public TaskContext Context { get; } = context;

    public bool IsSdk { get; } = context.State?.ResourceService == "aws-sdk:sfn";

    public string RequestId { get; } = context.RequestId;

    /// <summary>Why a child is stopped whose parent no longer waits for it.</summary>
    public string Abandoned => AbandonedBy(Context.ExecutionArn);

    /// <inheritdoc cref="Abandoned"/>
    public static string AbandonedBy(string? executionArn) => $"The Task state in AWS Step Functions execution [{executionArn}] which was managing this resource was aborted";

    public string Required(Key name) => Optional(name) ?? throw new MissingParameterException(name.Name);

    public string? Optional(Key name) => parameters[name] is { IsString: true } text ? text.AsString() : null;

    public ExecutionRequest Request(bool needsStandard)
    {
        string? name = Optional(Name);
        if (name is { Length: 0 or > 80 })
            throw ExecutionServiceException.InvalidName(name);
        return new ExecutionRequest
        {
            StateMachine = Required(StateMachineArn),
            Name = name ?? _childName,
            IsNameDerived = name is null,
            Input = InputOf(),
            ParentArn = Context.ExecutionArn,
            AttemptTime = _begun,
            ParentOptions = Context.Options,
            NeedsStandard = needsStandard,
        };
    }

    /// <summary>The result that a token is completed with: JSON, or its text.</summary>
    public JsonValue Output()
    {
        JsonValue output = parameters[OutputKey];
        return output.IsMissing ? throw new MissingParameterException(OutputKey.Name)
            : !output.IsString ? output
            : JsonValue.TryParse(Encoding.UTF8.GetBytes(output.AsString()), out JsonValue parsed, out _) ? parsed
            : throw new ExecutionServiceException("InvalidOutput", "Invalid Output: 'The output is not JSON text'");
    }

    public JsonValue Failure(string code, string message) => ServiceFailure.Of(code, message, IsSdk, RequestId);

    // T-090: JSON text as it is, anything else as JSON; nothing is an empty object, and so is null (callback/test_start_execution_sync).
    private JsonValue InputOf()
    {
        JsonValue input = parameters[Input];
        if (input.IsMissing || input.IsNull)
            return JsonValue.EmptyObject;
        if (!input.IsString)
            return input;
        return JsonValue.TryParse(Encoding.UTF8.GetBytes(input.AsString()), out JsonValue parsed, out string? reason)
            ? parsed : throw ExecutionServiceException.InvalidExecutionInput(reason ?? "Invalid execution input.");
    }
}
