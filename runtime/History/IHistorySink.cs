namespace Compiled.History;

/// <summary>Takes the events of one execution, in order, on whichever thread the execution runs at the moment, never on two at once.</summary>
public interface IHistorySink
{
    /// <summary>Takes the next event. The values it refers to are immutable and may be kept.</summary>
    void Add(in HistoryEvent recorded);
}
