namespace Compiled.Values;

/// <summary>Where in an execution the error was raised; known once the kernel has seen it.</summary>
public sealed partial class Fault
{
    /// <summary>The field whose evaluation failed, such as <c>Arguments/FunctionName</c>; null for other errors.</summary>
    public string? Location { get; init; }

    /// <summary>The state that raised the error; null when it came from a task or from a Fail state.</summary>
    public string? StateName { get; private init; }

    /// <summary>The number of the event with which that state was entered; 0 when there is none.</summary>
    public int EnteredEventId { get; private init; }

    /// <summary>The same error, raised by a state. L-369: from then on its cause says where.</summary>
    internal Fault RaisedBy(string stateName, int enteredEventId)
        => new(Error, $"An error occurred while executing the state '{stateName}' (entered at the event id #{enteredEventId}). {Cause}")
        {
            Location = Location,
            StateName = stateName,
            EnteredEventId = enteredEventId,
        };
}
