namespace Compiled.TestState.Mocking;

/// <summary>What a mock file says: machines, their test cases, and what answers each mocked state.</summary>
internal sealed class MockConfiguration
{
    /// <summary>By machine, test case and state.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, IReadOnlyDictionary<string, MockedResponses>>> Machines { get; init; }

    /// <summary>The states of a test case; null where the file has no such machine or case.</summary>
    public IReadOnlyDictionary<string, MockedResponses>? Find(string machine, string testCase) =>
        Machines.TryGetValue(machine, out IReadOnlyDictionary<string, IReadOnlyDictionary<string, MockedResponses>>? cases)
            && cases.TryGetValue(testCase, out IReadOnlyDictionary<string, MockedResponses>? states) ? states : null;
}
