namespace Compiled.Values;

/// <summary>
/// The members of an object that are kept, and the names that such objects had in the texts before, with those that aren't kept. Objects of one kind mostly have the same names in the
/// same order, spelled alike, so that a name is first compared with the one that is expected: then it is neither scanned nor looked for.
/// </summary>
/// <remarks>Names are only added, up to a number, each time in a new array: readers on other threads go on with the one before.</remarks>
internal sealed class MemberLayout(ProjectedMember[] members)
{
    private const int MostPlaces = 32;

    /// <summary>The members that are kept.</summary>
    public ProjectedMember[] Members { get; } = members;

    /// <summary>The names that are expected, in their order.</summary>
    public NamePlace[] Places { get; private set; } = [];

    /// <summary>Whether nothing is kept: then it is the same how names are spelled, and which are equal.</summary>
    public bool IsSkipped => Members.Length == 0;

    /// <summary>Expects a name in a place from now on; false where there are too many.</summary>
    public bool TryAdd(int place, in NamePlace name)
    {
        NamePlace[] places = Places;
        if (places.Length == MostPlaces || place > places.Length)
            return false;
        Places = [.. places[..place], name with { Inside = Inside(name.Member) }, .. places[place..]];
        return true;
    }

    // The members of the object that the value may be; null where it is kept whole. What is inside of what is skipped isn't learnt, so that there are only so many names.
    private MemberLayout? Inside(ProjectedMember? member)
    {
        if (member is null)
            return IsSkipped ? null : new MemberLayout([]);
        return member.IsInside ? member.Layout : null;
    }
}
