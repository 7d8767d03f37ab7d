
namespace Compiled.Observation;

/// <summary>Tells several observers, in their order. One that throws keeps the others from nothing; the first exception is thrown in the end.</summary>
public sealed class ObserverList(params IReadOnlyList<IExecutionObserver> observers) : IExecutionObserver
{
    /// <inheritdoc/>
    public void Recorded(ExecutionStep step)
    {
        Exception? first = null;
        foreach (IExecutionObserver observer in observers)
        {
            try
            {
                observer.Recorded(step);
            }
            catch (Exception failure)
            {
                first ??= failure;
            }
        }

        if (first is not null)
            throw new InvalidOperationException("An observer failed.", first);
    }
}
