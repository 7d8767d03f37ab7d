namespace Conformance.Fuzzing;

/// <summary>The ways to run an execution whose ends must not differ.</summary>
internal enum FuzzWay
{
    /// <summary>With a history: by the frames from the start.</summary>
    History,

    /// <summary>Without one, from the input's text, of which only what the machine reads need be kept.</summary>
    Text,

    /// <summary>Without one, from an input that was read before.</summary>
    Value,

    /// <summary>Without one, from bytes to bytes.</summary>
    Bytes,
}
