namespace Compiled.History;

/// <summary>Keeps nothing. Events are still counted, since error causes name their numbers.</summary>
public readonly struct NoHistory : IHistory
{
    /// <inheritdoc/>
    public static bool IsOn => false;

    /// <inheritdoc/>
    public IInspection? Inspection => null;

    /// <inheritdoc/>
    public void Add(in HistoryEvent recorded)
    {
    }
}
