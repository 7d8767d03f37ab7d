namespace Compiled.Benchmarks.Baselines;

/// <summary>How a hand-written task fails.</summary>
internal sealed class TaskFailed(string error, string cause) : Exception(cause)
{
    public string Error { get; } = error;
}
