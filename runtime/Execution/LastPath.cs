using Compiled.Values;

namespace Compiled.Execution;

/// <summary>
/// Whether the execution of a machine that began last left its fast path, for which the input must be whole; the next one mostly does the same. Any thread writes it, only where it changes, and it
/// need not be right: an input that was read in parts is read again.
/// </summary>
internal struct LastPath
{
    private bool _wasLeft;

    /// <summary>By what the next execution's input is read; null where it is better read whole.</summary>
    public readonly Projection? Expect(Projection? projection) => _wasLeft ? null : projection;

    /// <summary>An execution has left its path, or come to its end.</summary>
    public void Note(bool isLeft)
    {
        if (_wasLeft != isLeft)
            _wasLeft = isLeft;
    }
}
