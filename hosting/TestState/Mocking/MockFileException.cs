namespace Compiled.TestState.Mocking;

/// <summary>A mock file is not in its format, or has no such test case. The message names the file and the place in it as a JSON pointer.</summary>
public sealed class MockFileException : Exception
{
    internal MockFileException(string message)
        : base(message)
    {
    }

    internal MockFileException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
