using System.Buffers;
using Compiled.Values;

namespace Compiled.Expressions;

/// <summary>One evaluation of an indefinite path: goes along the steps and gathers the matches in a buffer.</summary>
/// <param name="steps">The steps.</param>
/// <param name="scope">What the path refers to.</param>
/// <param name="scratch">Has the buffer, and the array of the matches; null where that needs memory of its own.</param>
internal ref struct Walk(Step[] steps, PathScope scope, Scratch? scratch = null)
{
    private const int FirstLength = 32;

    private readonly Step[] _steps = steps;
    private readonly Scratch? _scratch = scratch;
    private JsonValue[]? _found = scratch?.Matches;
    private int _count;

    public readonly PathScope Scope = scope;

    /// <summary>Follows the steps from one of them on; what has passed the last is a match.</summary>
    public void GoOn(JsonValue value, int next)
    {
        for (; next < _steps.Length; next++)
        {
            Step step = _steps[next];
            if (step.Key is not { } key)
            {
                step.Visit(value, next + 1, ref this);
                return;
            }

            value = value[key];
            if (value.IsMissing)
            {
                return;
            }
        }

        Add(value);
    }

    /// <summary>The name that a step stands for, if it is the last; null for others.</summary>
    public readonly Key? NameAt(int step) => step == _steps.Length - 1 ? _steps[step].Key : null;

    /// <summary>The members of this name of an array's elements are matches: <c>[*].name</c> is what most paths end with that find several values.</summary>
    public void AddMembers(Document document, int array, Key name)
    {
        int element = array + 1, end = document.Rows[array].Next;
        while (document.NextMember(ref element, end, name) is >= 0 and int found)
        {
            Add(new JsonValue(document, found));
        }
    }

    /// <summary>The matches as an array of exactly their number; the buffer goes back.</summary>
    public readonly JsonValue End()
    {
        if (_count == 0)
        {
            return JsonValue.EmptyArray;
        }

        ReadOnlySpan<JsonValue> found = _found.AsSpan(0, _count);
        JsonValue matches = _scratch is null ? JsonValue.ArrayOf(found.ToArray()) : _scratch.ArrayOf(found);
        GiveBack();
        return matches;
    }

    private void Add(JsonValue value)
    {
        if (_found is null || _count == _found.Length)
        {
            Grow();
        }

        _found![_count++] = value;
    }

    private void Grow()
    {
        JsonValue[] longer = ArrayPool<JsonValue>.Shared.Rent(_found is null ? FirstLength : _found.Length * 2);
        if (_found is not null)
        {
            _found.AsSpan(0, _count).CopyTo(longer);
            GiveBack();
        }

        _found = longer;
    }

    // Only the used part is cleared, so that the pool doesn't keep documents alive.
    private readonly void GiveBack()
    {
        _found.AsSpan(0, _count).Clear();
        if (!ReferenceEquals(_found, _scratch?.Matches))
            ArrayPool<JsonValue>.Shared.Return(_found!);
    }
}
