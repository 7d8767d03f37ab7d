using Compiled.Language.Vocabulary;
using Compiled.Values;

namespace Compiled.Expressions;

/// <content>Waits.</content>
public static partial class Faults
{
    /// <summary>FEATURES E-004.</summary>
    public static Fault SecondsPathMissing(string path) => Runtime($"The SecondsPath parameter does not reference an input value: {path}");

    /// <summary>FEATURES E-005.</summary>
    public static Fault SecondsPathNotWhole(string path, JsonValue value)
        => Runtime($"The SecondsPath parameter cannot be parsed as a long value: {path} == {Text(value)}");

    /// <summary>FEATURES E-006.</summary>
    public static Fault SecondsPathNegative(string path, JsonValue value)
        => Runtime($"The SecondsPath parameter references a negative value: {path} == {Text(value)}");

    /// <summary>The TimestampPath has no value; worded as E-004 is.</summary>
    public static Fault TimestampPathMissing(string path) => Runtime($"The TimestampPath parameter does not reference an input value: {path}");

    /// <summary>FEATURES E-007.</summary>
    public static Fault TimestampPathNotTimestamp(string path, JsonValue value)
        => Runtime(
            "The TimestampPath parameter does not reference a valid ISO-8601 extended offset date-time format string: "
            + $"{path} == {Text(value)}");

    /// <summary>FEATURES E-025: a Timestamp from JSONata.</summary>
    public static Fault TimestampNotTimestamp(JsonValue value)
        => new(
            StatesErrors.QueryEvaluationError,
            $"The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format string: {Text(value)}")
        { Location = "Timestamp" };

    /// <summary>FEATURES E-008, L-258: more than 2,147,483,647 seconds.</summary>
    public static Fault WaitTooLong() => Runtime("Wait state delay is too long.");
}
