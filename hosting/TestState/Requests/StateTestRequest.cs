namespace Compiled.TestState;

/// <summary>What TestState is asked: one state, and all that it would find in an execution. Texts are JSON. FEATURES P-123.</summary>
public sealed record StateTestRequest
{
    /// <summary>
    /// The state as it would stand in <c>States</c>: <c>{"Type": "Pass", "End": true}</c>; or a whole machine, and then <see cref="StateName"/> says
    /// which of its states.
    /// </summary>
    public required string Definition { get; init; }

    /// <summary>The name of the state to test, also one inside a Map or Parallel; null where <see cref="Definition"/> is one state.</summary>
    public string? StateName { get; init; }

    /// <summary>The state's input; an empty object unless said.</summary>
    public string Input { get; init; } = "{}";

    /// <summary>The role's ARN; a Task that is not mocked needs one.</summary>
    public string? RoleArn { get; init; }

    /// <summary>How much of the state's work is shown; <see cref="TestState.InspectionLevel.Info"/> unless said.</summary>
    public InspectionLevel InspectionLevel { get; init; }

    /// <summary>Whether the request of an HTTP Task is shown with what its connection added. Not together with <see cref="Mock"/>.</summary>
    public bool RevealSecrets { get; init; }

    /// <summary>The variables that the state finds: an object of names and values, without <c>$</c>; null for none.</summary>
    public string? Variables { get; init; }

    /// <summary>The context object: <c>Execution</c>, <c>State</c>, <c>StateMachine</c>, <c>Task</c>; null for one made for the test.</summary>
    public string? Context { get; init; }

    /// <summary>What stands for the state's work; null to have it done. A Map, a Parallel and a Task that waits for something need one.</summary>
    public StateTestMock? Mock { get; init; }

    /// <summary>What the test supposes to have happened before; null for nothing.</summary>
    public StateTestConfiguration? Configuration { get; init; }
}
