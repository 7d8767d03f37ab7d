using Compiled.Language.Vocabulary;
using Compiled.Values;

namespace Compiled.Expressions;

/// <summary>
/// The errors of an execution with the words that AWS gives them, one method a cause. Where a cause starts with the state's name and the
/// id of the event that entered it, the kernel puts that in front.
/// </summary>
public static partial class Faults
{
    /// <summary>FEATURES E-070, I-002: no rule of a Choice matched and it has no Default.</summary>
    public static Fault NoChoiceMatched()
        => Runtime("Failed to transition out of the state. The state does not point to a next state.");

    /// <summary>FEATURES E-072: an operator other than IsPresent was given a path with nothing there.</summary>
    public static Fault ChoicePath(string path)
        => Runtime($"Invalid path '{path}': The choice state's condition path references an invalid value.");

    /// <summary>FEATURES E-074, I-004: an intrinsic function cannot work with its arguments. The name is the specification's.</summary>
    /// <param name="functionText">The call as it stands in the definition.</param>
    /// <param name="message">What is wrong.</param>
    public static Fault IntrinsicFailure(string functionText, string message)
        => new(StatesErrors.IntrinsicFailure, $"The function '{functionText}' had the following error: {message}");

    /// <summary>A path among the arguments of an intrinsic function that has no value in the input.</summary>
    public static Fault IntrinsicArgumentNotFound(string functionText, string path, JsonValue input)
        => IntrinsicFailure(functionText, $"The JsonPath argument for the field '{path}' could not be found in the input '{Json(input)}'");

    /// <summary>FEATURES E-030: a state's or task's result is over the limit of 256 KiB.</summary>
    /// <param name="name">The state's name, or for a task the function's ARN or the service.</param>
    public static Fault DataLimitExceeded(string name)
        => new(
            StatesErrors.DataLimitExceeded,
            $"The state/task '{name}' returned a result with a size exceeding the maximum number of bytes service limit.");

    /// <summary>FEATURES E-031: a task or execution, or a heartbeat, took too long. AWS gives no cause.</summary>
    public static Fault Timeout() => new(StatesErrors.Timeout, cause: null);

    /// <summary>FEATURES E-071: a Standard execution has as many events as it may have.</summary>
    public static Fault HistoryLimit() => Runtime("The execution reached the maximum number of history events (25000).");

    private static Fault Runtime(string cause) => new(StatesErrors.Runtime, cause);

    // Values in causes are raw text when they are strings, else JSON.
    private static string Text(JsonValue value) => value.IsString ? value.AsString() : Json(value);

    // Data between states may nest deeper than its text may; what failed is told all the same.
    internal static string Json(JsonValue value) => Measuring.IsTooDeep(value) ? $"(a value that nests deeper than {JsonValue.MaxDepth} levels)" : value.ToString();
}
