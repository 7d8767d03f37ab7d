namespace Compiled.TestState;

/// <summary>How much of a state's work a test shows.</summary>
public enum InspectionLevel
{
    /// <summary>What came out.</summary>
    Info,

    /// <summary>The steps from input to output too.</summary>
    Debug,

    /// <summary>The HTTP request and response too.</summary>
    Trace,
}
