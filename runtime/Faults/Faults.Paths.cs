using Compiled.Language.Vocabulary;
using Compiled.Values;

namespace Compiled.Expressions;

/// <content>Paths that lead nowhere.</content>
public static partial class Faults
{
    /// <summary>FEATURES E-003, I-003: a path of a payload template, ErrorPath or CausePath has no value.</summary>
    /// <param name="path">The path as written.</param>
    /// <param name="field">The field's name as written, <c>.$</c> included.</param>
    /// <param name="input">What the path was applied to.</param>
    public static Fault PathNotFound(string path, string field, JsonValue input)
        => Runtime($"The JSONPath '{path}' specified for the field '{field}' could not be found in the input '{Json(input)}'");

    /// <summary>FEATURES E-001, E-002: InputPath, OutputPath, TimeoutSecondsPath or HeartbeatSecondsPath has no value.</summary>
    /// <param name="path">The path as written.</param>
    /// <param name="root">What the path starts from: the input, the context object for <c>$$</c>, a variable's value for <c>$name</c>.</param>
    public static Fault NoResultsForPath(string path, JsonValue root) => Runtime($"Invalid path '{path}' : {PathMiss.Describe(path, root)}");

    /// <summary>FEATURES E-073: ResultPath needs an object or an array element where the input has something else.</summary>
    public static Fault ResultPathMatchFailure(string path, JsonValue input)
        => new(StatesErrors.ResultPathMatchFailure, $"Unable to apply ReferencePath {path} to input '{Json(input)}'");
}
