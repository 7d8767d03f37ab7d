using Compiled.Language.Binding;
using Compiled.Language.Json;

namespace Compiled.Generator.Pipeline;

/// <summary>Decides which handler does the work of which Task. The emitter and the analyzer ask here, so they cannot disagree.</summary>
public static class HandlerMatcher
{
    /// <summary>
    /// The handler of a Task, or null. The state's name comes first because it means one state alone; then the whole Resource, the name of its
    /// function or activity, and its last segment. Names are compared with regard to case.
    /// </summary>
    /// <param name="state">The Task.</param>
    /// <param name="methods">The handlers of its class; the first of several that say the same is taken.</param>
    public static HandlerMethod? Match(TaskState state, IReadOnlyList<HandlerMethod> methods)
    {
        // Workers poll for an activity's tasks; a method would never be called.
        if (state.Arn.Kind == ResourceKind.Activity)
            return null;
        foreach (string name in Names(state))
        {
            if (methods.FirstOrDefault(method => method.Resource == name) is { } match)
                return match;
        }

        return null;
    }

    /// <summary>What a handler of this Task may be called, the most specific first; no two alike, none empty.</summary>
    public static IReadOnlyList<string> Names(TaskState state) =>
        [.. new[] { state.Name, state.Resource, state.Arn.ShortName, LastSegment(state.Resource) }.Concat(FunctionNames(state)).Where(name => name.Length > 0).Distinct()];

    /// <summary>
    /// Whether the handler is the function that a <c>lambda:invoke</c> names, rather than the integration itself: then it gets the Payload, and
    /// its result is wrapped as AWS wraps a function's.
    /// </summary>
    public static bool IsInvokedFunction(TaskState state, HandlerMethod method) =>
        method.Resource != state.Name && FunctionNames(state).Contains(method.Resource);

    // FunctionName of lambda:invoke where it is written out: an ARN, a name, either with a qualifier. FEATURES T-021.
    private static IEnumerable<string> FunctionNames(TaskState state)
    {
        if (state.Arn is not { Kind: ResourceKind.Integration, Service: "lambda", Action: "invoke" }
            || state.Source["Parameters"] is not ObjectNode parameters || parameters["FunctionName"] is not StringNode { Value: var function })
            yield break;
        yield return function;
        const string Marker = ":function:";
        int at = function.IndexOf(Marker, StringComparison.Ordinal);
        string name = at < 0 ? function : function.Substring(at + Marker.Length);
        yield return name;
        if (!name.StartsWith("$", StringComparison.Ordinal) && name.IndexOf(':') is > 0 and var colon)
            yield return name.Substring(0, colon);
    }

    /// <summary>
    /// Whether a Task is expected to have a handler in its class. An integration such as <c>arn:aws:states:::sqs:sendMessage</c> is not, since
    /// an ITaskHandler may serve it, nor an activity, for which workers poll.
    /// </summary>
    public static bool NeedsHandler(TaskState state) => state.Arn.Kind is not (ResourceKind.Integration or ResourceKind.Activity);

    private static string LastSegment(string resource) => resource.Substring(resource.LastIndexOfAny([':', '/']) + 1);
}
