using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using Compiled.Values;

namespace Compiled.MapRuns.Readers;

/// <summary>JSON Lines: each line that is not empty is an item.</summary>
internal static class JsonLineItems
{
    public static async IAsyncEnumerable<JsonValue> ReadAsync(Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        PipeReader lines = PipeReader.Create(stream, new StreamPipeReaderOptions(leaveOpen: true));
        long number = 0;
        bool isLast = false;
        while (!isLast)
        {
            ReadResult read = await lines.ReadAsync(cancellationToken).ConfigureAwait(false);
            ReadOnlySequence<byte> left = read.Buffer;
            isLast = read.IsCompleted;
            while (TryTakeLine(ref left, isLast, out ReadOnlySequence<byte> line))
            {
                number++;
                if (Parse(line, number) is { IsMissing: false } item)
                    yield return item;
            }

            lines.AdvanceTo(left.Start, left.End);
        }
    }

    private static bool TryTakeLine(ref ReadOnlySequence<byte> left, bool isLast, out ReadOnlySequence<byte> line)
    {
        if (left.PositionOf((byte)'\n') is { } end)
        {
            line = left.Slice(0, end);
            left = left.Slice(left.GetPosition(1, end));
            return true;
        }

        line = left;
        if (!isLast || left.IsEmpty)
            return false;
        left = left.Slice(left.End);
        return true;
    }

    private static JsonValue Parse(in ReadOnlySequence<byte> line, long number)
    {
        byte[] text = line.ToArray();
        ReadOnlySpan<byte> utf8 = text.AsSpan().Trim(" \t\r"u8);
        if (number == 1 && utf8.StartsWith("\uFEFF"u8))
            utf8 = utf8[3..];
        if (utf8.IsEmpty)
            return default;
        return JsonValue.TryParse(utf8, out JsonValue item, out string? error) ? item : throw Failures.Reader($"Line {number} is no JSON: {error}");
    }
}
