namespace Conformance.Fuzzing;

/// <summary>What a scripted handler throws that gives up. It has no stack trace, as <see cref="ScriptedException"/> has none.</summary>
internal sealed class ScriptedCancellation : OperationCanceledException
{
    public override string? StackTrace => null;
}
