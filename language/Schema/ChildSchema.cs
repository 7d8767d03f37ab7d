using Compiled.Language.Definition;
using Compiled.Language.Vocabulary;

namespace Compiled.Language.Schema;

/// <summary>What stands in the objects and arrays that fields hold.</summary>
internal static class ChildSchema
{
    /// <summary>The name of the definition of a JSONPath template.</summary>
    public const string Payload = "Payload";

    // The error names that a retrier or catcher may have. States.Runtime can be neither retried nor caught (FEATURES L-366).
    private static readonly string[] s_errors =
    [
        StatesErrors.All, StatesErrors.TaskFailed, StatesErrors.Timeout, StatesErrors.HeartbeatTimeout, StatesErrors.Permissions,
        StatesErrors.ResultPathMatchFailure, StatesErrors.ParameterPathFailure, StatesErrors.QueryEvaluationError, StatesErrors.BranchFailed,
        StatesErrors.NoChoiceMatched, StatesErrors.IntrinsicFailure, StatesErrors.ExceedToleratedFailureThreshold,
        StatesErrors.ItemReaderFailed, StatesErrors.ResultWriterFailed, StatesErrors.DataLimitExceeded,
    ];

    /// <summary>The object with fields of its own that the field holds, or that each item of its array is; none where it holds something else.</summary>
    public static Place PlaceOf(string field) => field switch
    {
        "Branches" => Place.Branch,
        "ItemProcessor" or "Iterator" => Place.ItemProcessor,
        "Choices" => Place.Rule,
        "And" or "Or" or "Not" => Place.NestedRule,
        "Retry" => Place.Retrier,
        "Catch" => Place.Catcher,
        "ItemReader" => Place.ItemReader,
        "ReaderConfig" => Place.ReaderConfig,
        "ItemBatcher" => Place.ItemBatcher,
        "ResultWriter" => Place.ResultWriter,
        "WriterConfig" => Place.WriterConfig,
        "ProcessorConfig" => Place.ProcessorConfig,
        "Credentials" => Place.Credentials,
        _ => Place.None,
    };

    /// <summary>The items of an array that are no objects with fields.</summary>
    public static SchemaObject Item(string field)
    {
        SchemaObject text = new SchemaObject().With("type", "string");
        return field == "ErrorEquals"
            ? new SchemaObject().WithAll("anyOf", [new SchemaObject().WithAll("enum", s_errors), text])
            : text;
    }

    /// <summary>Any JSON in which the value of a key that ends in <c>.$</c> is a path or an intrinsic function.</summary>
    public static SchemaObject PayloadSchema()
    {
        SchemaObject evaluated = new SchemaObject().With("type", "string").With("pattern", SchemaPatterns.Evaluated);
        return new SchemaObject()
            .With("patternProperties", new SchemaObject().With(@"\.\$$", evaluated))
            .With("additionalProperties", Reference(Payload))
            .With("items", Reference(Payload));
    }

    /// <summary>A reference to a definition of the schema.</summary>
    public static SchemaObject Reference(string name) => new SchemaObject().With("$ref", "#/definitions/" + name);
}
