namespace Compiled.Values;

/// <summary>Goes over the members of an object with <c>foreach</c>, in their order, without allocating.</summary>
public struct MemberEnumerator
{
    private readonly JsonProperty[]? _members;
    private readonly Document? _document;
    private readonly int _end;
    private int _at;
    private int _next;

    internal MemberEnumerator(JsonProperty[] members)
    {
        _members = members;
        _end = members.Length;
    }

    internal MemberEnumerator(Document document, int row)
    {
        _document = document;
        _next = row + 1;
        _end = document.Rows[row].Next;
    }

    /// <summary>The member that the enumerator stands at.</summary>
    public readonly JsonMember Current
        => _members is not null ? new JsonMember(_members[_at].Key, _members[_at].Value) : new JsonMember(_document!, _at);

    /// <summary>The enumerator itself, as <c>foreach</c> wants it.</summary>
    public readonly MemberEnumerator GetEnumerator() => this;

    /// <summary>Goes to the next member; false behind the last.</summary>
    public bool MoveNext()
    {
        if (_next >= _end)
        {
            return false;
        }

        _at = _next;
        _next = _document is null ? _at + 1 : _document.Rows[_at + 1].Next;
        return true;
    }
}
