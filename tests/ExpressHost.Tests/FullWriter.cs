using System.Buffers;

namespace ExpressHost.Tests;

/// <summary>A place to which nothing can be written.</summary>
internal sealed class FullWriter : IBufferWriter<byte>
{
    public void Advance(int count) => throw new InvalidOperationException("full");

    public Memory<byte> GetMemory(int sizeHint = 0) => throw new InvalidOperationException("full");

    public Span<byte> GetSpan(int sizeHint = 0) => throw new InvalidOperationException("full");
}
