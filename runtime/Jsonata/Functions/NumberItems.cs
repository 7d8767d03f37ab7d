using System.Runtime.CompilerServices;
using Compiled.Values;

namespace Compiled.Jsonata;

/// <summary>Goes over the numbers of an array, or over the one number that stands for an array of one, with <c>foreach</c>.</summary>
/// <remarks><b>Errors</b>: T0412 at the first element that is no number.</remarks>
internal ref struct NumberItems
{
    private readonly string _function;
    private readonly Document? _document;
    private readonly ReadOnlySpan<JsonValue> _items;
    private readonly int _end;
    private int _next;

    /// <summary>The numbers of an argument that is not missing, the function's first.</summary>
    public NumberItems(in JsonValue value, string function)
    {
        _function = function;
        if (value.Node is JsonValue[] items)
        {
            _items = items;
            _end = items.Length;
        }
        else if (value.Node is Document document && value.IsArray)
        {
            _document = document;
            _next = (int)value.Bits + 1;
            _end = document.Rows[(int)value.Bits].Next;
        }
        else
        {
            _items = new ReadOnlySpan<JsonValue>(in value);
            _end = 1;
        }
    }

    /// <summary>The number that the enumerator stands at.</summary>
    public double Current { get; private set; }

    /// <summary>The enumerator itself, as <c>foreach</c> wants it.</summary>
    public readonly NumberItems GetEnumerator() => this;

    /// <summary>Goes to the next number; false behind the last.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MoveNext()
    {
        if (_next >= _end)
        {
            return false;
        }

        if (_document is null)
        {
            Current = _items[_next++].TryGetDouble(out double number) ? number : throw Refuse();
            return true;
        }

        ref readonly Row row = ref _document.Rows[_next];
        Current = row.JsonKind == JsonKind.Number ? NumberText.ToDouble(_document.Text(_next)) : throw Refuse();
        _next = row.Next;
        return true;
    }

    private readonly JsonataException Refuse() => Arguments.ItemMismatch(_function, 1, 'n');
}
