namespace Compiled.History;

/// <summary>Hands every event to a sink.</summary>
public readonly struct RecordedHistory(IHistorySink sink) : IHistory
{
    /// <inheritdoc/>
    public static bool IsOn => true;

    /// <inheritdoc/>
    public IInspection? Inspection => sink as IInspection;

    /// <inheritdoc/>
    public void Add(in HistoryEvent recorded) => sink.Add(in recorded);
}
