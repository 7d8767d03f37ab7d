using Compiled.Values;

namespace Compiled.TestState.Mocking;

/// <summary>The answers that stand under one name of <c>MockedResponses</c>, by the numbers of the calls.</summary>
/// <param name="Name">The name.</param>
/// <param name="Steps">The answers, the first call's first; one that holds for several calls has the number of its last.</param>
internal sealed record MockedResponses(string Name, IReadOnlyList<MockedResponses.Step> Steps)
{
    /// <summary>The answer to a call, from 0: a result, or an error as a failure value. Missing beyond the last number.</summary>
    public JsonValue Find(int invocation)
    {
        foreach (Step step in Steps)
        {
            if (invocation <= step.Last)
                return step.Answer;
        }

        return default;
    }

    /// <summary>One answer, and the number of the last call that it is for.</summary>
    public readonly record struct Step(int Last, JsonValue Answer);
}
