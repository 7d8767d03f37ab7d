namespace Compiled.Rules;

/// <summary>What <c>$</c> stands for where a path is written.</summary>
internal enum DataPlace
{
    /// <summary>What came into the state.</summary>
    RawInput,

    /// <summary>What InputPath made of it.</summary>
    Input,

    /// <summary>The raw result of a Task, Parallel or Map.</summary>
    Result,

    /// <summary>What goes to OutputPath.</summary>
    Output,

    /// <summary>The object with Error and Cause.</summary>
    Error,
}
