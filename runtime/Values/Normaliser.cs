namespace Compiled.Values;

/// <summary>Rewrites a document so that names are distinct (the last value wins, in the first one's place) and spelled in one way.</summary>
internal static class Normaliser
{
    public static JsonValue Normalise(Document document)
    {
        JsonBuffer buffer = JsonBuffer.Rent();
        Write(document, 0, buffer);
        Tokenizer.TryRead(buffer.Written, out JsonValue value, out _);
        buffer.Return();
        return value;
    }

    private static void Write(Document document, int row, JsonBuffer buffer)
    {
        switch (document.Rows[row].Kind)
        {
            case RowKind.Object: WriteObject(document, row, buffer); break;
            case RowKind.Array: WriteArray(document, row, buffer); break;
            default: buffer.Raw(document.Text(row)); break;
        }
    }

    private static void WriteObject(Document document, int row, JsonBuffer buffer)
    {
        Row[] rows = document.Rows;
        var members = new OrderedDictionary<string, int>(StringComparer.Ordinal);
        for (int i = row + 1; i < rows[row].Next; i = rows[i + 1].Next)
        {
            members[StringText.Decode(document.Unquoted(i))] = i + 1;
        }

        buffer.Byte((byte)'{');
        bool isFirst = true;
        foreach ((string name, int value) in members)
        {
            if (!isFirst)
            {
                buffer.Byte((byte)',');
            }

            isFirst = false;
            buffer.String(name);
            buffer.Byte((byte)':');
            Write(document, value, buffer);
        }

        buffer.Byte((byte)'}');
    }

    private static void WriteArray(Document document, int row, JsonBuffer buffer)
    {
        Row[] rows = document.Rows;
        buffer.Byte((byte)'[');
        for (int i = row + 1; i < rows[row].Next; i = rows[i].Next)
        {
            if (i > row + 1)
            {
                buffer.Byte((byte)',');
            }

            Write(document, i, buffer);
        }

        buffer.Byte((byte)']');
    }
}
