namespace Conformance.Fuzzing;

/// <summary>What a scripted handler throws. It has no stack trace, which tells how a handler was called and may differ.</summary>
internal sealed class ScriptedException(string message) : Exception(message)
{
    public override string? StackTrace => null;
}
