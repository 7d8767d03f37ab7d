namespace Compiled.Language.Faults;

/// <summary>Faults between a definition and the C# around it: ASL3001 to ASL3015.</summary>
public static class HandlerFaults
{
    /// <summary>No method of the class does a Task's work.</summary>
    public static readonly FaultDescriptor TaskWithoutHandler =
        new("ASL3001", "task-without-handler", "A Task has no handler", Severity.Warning);

    /// <summary>No Task has a handler's name, or another handler comes first.</summary>
    public static readonly FaultDescriptor HandlerWithoutTask =
        new("ASL3002", "handler-without-task", "A handler fits no Task", Severity.Warning);

    /// <summary>A handler that no code can call.</summary>
    public static readonly FaultDescriptor HandlerSignature =
        new("ASL3003", "handler-signature", "A handler's signature is not supported", Severity.Error);

    /// <summary>A class that nothing can be added to: not partial, static, generic, a record, or derived from another.</summary>
    public static readonly FaultDescriptor StateMachineClass =
        new("ASL3004", "state-machine-class", "The class cannot be a state machine", Severity.Error);

    /// <summary>A class names a definition that the project lacks.</summary>
    public static readonly FaultDescriptor MissingDefinition =
        new("ASL3005", "missing-definition", "The definition is not in the project", Severity.Error);

    /// <summary>Two states get one C# name, so that one of them gets a number.</summary>
    public static readonly FaultDescriptor IdentifierCollision =
        new("ASL3006", "identifier-collision", "Two states get one C# name", Severity.Info);

    /// <summary>A class names a definition of which the project has several.</summary>
    public static readonly FaultDescriptor AmbiguousDefinition =
        new("ASL3007", "ambiguous-definition", "Several definitions have the name", Severity.Error);

    /// <summary>Two definitions would become one class.</summary>
    public static readonly FaultDescriptor ClassNameCollision =
        new("ASL3008", "class-name-collision", "Two definitions get one class", Severity.Error);

    /// <summary>Metadata of a definition that is none of the values it may have.</summary>
    public static readonly FaultDescriptor BadMetadata =
        new("ASL3009", "bad-metadata", "The metadata of a definition has a value that it cannot have", Severity.Warning);

    /// <summary>A method marked <c>[Jsonata]</c> that no body can be written for.</summary>
    public static readonly FaultDescriptor JsonataMethod =
        new("ASL3010", "jsonata-method", "The method cannot be a JSONata expression", Severity.Error);

    /// <summary>What a Task gives its handler does not become the handler's type.</summary>
    public static readonly FaultDescriptor HandlerInput =
        new("ASL3011", "handler-input", "The input of the Task does not fit its handler", Severity.Warning);

    /// <summary>A path to what the type of a handler's result does not have.</summary>
    public static readonly FaultDescriptor HandlerResult =
        new("ASL3012", "handler-result", "The path leads to nothing in the result of the handler", Severity.Warning);

    /// <summary>An error in Retry or Catch that is nearly the one that an exception of the project stands for.</summary>
    public static readonly FaultDescriptor ErrorNotDeclared =
        new("ASL3013", "error-not-declared", "The error name is nearly that of an exception", Severity.Warning);

    /// <summary>A path to what the type of the input does not have.</summary>
    public static readonly FaultDescriptor InputType =
        new("ASL3014", "input-type", "The path leads to nothing in the type of the input", Severity.Warning);

    /// <summary>What an execution ends with does not become the type of the output.</summary>
    public static readonly FaultDescriptor OutputType =
        new("ASL3015", "output-type", "The output does not fit its type", Severity.Warning);

    /// <summary>The rows in order of their ids.</summary>
    public static IReadOnlyList<FaultDescriptor> All { get; } =
    [
        TaskWithoutHandler,
        HandlerWithoutTask,
        HandlerSignature,
        StateMachineClass,
        MissingDefinition,
        IdentifierCollision,
        AmbiguousDefinition,
        ClassNameCollision,
        BadMetadata,
        JsonataMethod,
        HandlerInput,
        HandlerResult,
        ErrorNotDeclared,
        InputType,
        OutputType,
    ];
}
