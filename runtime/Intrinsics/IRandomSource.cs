namespace Compiled.Expressions;

/// <summary>Where an execution gets its random bits: always the same ones for the same seed, so that it can be replayed.</summary>
public interface IRandomSource
{
    /// <summary>The next 64 bits.</summary>
    ulong NextUInt64();
}
