namespace Compiled.Values;

/// <summary>A member of an object, as <see cref="JsonValue.Members"/> gives it. The name's text is made only when it is asked for.</summary>
public readonly struct JsonMember
{
    private readonly object _name;
    private readonly int _row;

    internal JsonMember(Key key, JsonValue value)
    {
        _name = key;
        Value = value;
    }

    internal JsonMember(Document document, int row)
    {
        _name = document;
        _row = row;
        Value = new JsonValue(document, row + 1);
    }

    /// <summary>The name, ready to look up and to write.</summary>
    public Key Key => _name as Key ?? Key.Of(((Document)_name).Text(_row));

    /// <summary>The name as it is written, with its quotes and colon; in compact text the colon follows at once.</summary>
    internal ReadOnlySpan<byte> Quoted
    {
        get
        {
            if (_name is Key key)
            {
                return key.Quoted;
            }

            var document = (Document)_name;
            ref readonly Row row = ref document.Rows[_row];
            return document.Bytes.AsSpan(row.Start, row.Length + 1);
        }
    }

    /// <summary>The name as text.</summary>
    public string Name => Key.Name;

    /// <summary>The value.</summary>
    public JsonValue Value { get; }

    /// <summary>Takes the member apart: <c>foreach ((Key key, JsonValue value) in data.Members())</c>.</summary>
    public void Deconstruct(out Key key, out JsonValue value) => (key, value) = (Key, Value);
}
