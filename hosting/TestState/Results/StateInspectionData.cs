using System.Text.Json;
using Compiled.Tasks;
using Compiled.Values;

namespace Compiled.TestState;

/// <summary>The steps of a state from its input to its output; each is missing where the state has no such step. FEATURES M-025, M-026.</summary>
public sealed record StateInspectionData
{
    /// <summary>The input as the request gave it.</summary>
    public JsonValue Input { get; init; }

    /// <summary>The input after <c>InputPath</c>.</summary>
    public JsonValue AfterInputPath { get; init; }

    /// <summary>The input after <c>Parameters</c>.</summary>
    public JsonValue AfterParameters { get; init; }

    /// <summary>The input after <c>Arguments</c>.</summary>
    public JsonValue AfterArguments { get; init; }

    /// <summary>The items of a Map in JSONPath.</summary>
    public JsonValue AfterItemsPath { get; init; }

    /// <summary>The items after <c>ItemsPointer</c> of a Map in JSONPath.</summary>
    public JsonValue AfterItemsPointer { get; init; }

    /// <summary>What <c>ItemSelector</c> makes of each item, an array.</summary>
    public JsonValue AfterItemSelector { get; init; }

    /// <summary>The batches that <c>ItemBatcher</c> makes, an array.</summary>
    public JsonValue AfterItemBatcher { get; init; }

    /// <summary>The raw result.</summary>
    public JsonValue Result { get; init; }

    /// <summary>The result after <c>ResultSelector</c>.</summary>
    public JsonValue AfterResultSelector { get; init; }

    /// <summary>The input with the result put in by <c>ResultPath</c>.</summary>
    public JsonValue AfterResultPath { get; init; }

    /// <summary>The variables after the state, those of the request among them; missing where there are none.</summary>
    public JsonValue Variables { get; init; }

    /// <summary>How many iterations of a Map may run at once; missing for other states.</summary>
    public JsonValue MaxConcurrency { get; init; }

    /// <summary>How many items of a Map may fail; missing where the state does not say.</summary>
    public JsonValue ToleratedFailureCount { get; init; }

    /// <summary>Which share of a Map's items may fail; missing where the state does not say.</summary>
    public JsonValue ToleratedFailurePercentage { get; init; }

    /// <summary>Who takes the state's error; null where it raised none, or nothing names it.</summary>
    public StateErrorDetails? ErrorDetails { get; init; }

    /// <summary>What an HTTP Task sent; null below <see cref="InspectionLevel.Trace"/>.</summary>
    public HttpTaskRequest? Request { get; init; }

    /// <summary>What an HTTP Task received; null below <see cref="InspectionLevel.Trace"/>.</summary>
    public HttpTaskResponse? Response { get; init; }

    /// <summary>Writes AWS's form: an object whose JSON values stand in strings, and whose numbers are numbers.</summary>
    public void WriteTo(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        InspectionWriter.Write(writer, this);
    }
}
