namespace Compiled.Language.Expressions;

/// <summary>The comparisons of a filter: Jayway's.</summary>
public enum FilterOperator
{
    /// <summary><c>==</c>; a number equals a string that holds it.</summary>
    Equal,

    /// <summary><c>!=</c>.</summary>
    NotEqual,

    /// <summary><c>&lt;</c>.</summary>
    Less,

    /// <summary><c>&lt;=</c>.</summary>
    LessOrEqual,

    /// <summary><c>&gt;</c>.</summary>
    Greater,

    /// <summary><c>&gt;=</c>.</summary>
    GreaterOrEqual,

    /// <summary><c>=~</c>: the whole string matches the pattern.</summary>
    Regex,

    /// <summary><c>in</c>: the left value is in the right array.</summary>
    In,

    /// <summary><c>nin</c>: the left value is not in the right array.</summary>
    NotIn,

    /// <summary><c>subsetof</c>: every item of the left array is in the right one.</summary>
    SubsetOf,

    /// <summary><c>anyof</c>: some item of the left array is in the right one.</summary>
    AnyOf,

    /// <summary><c>noneof</c>: no item of the left array is in the right one.</summary>
    NoneOf,

    /// <summary><c>size</c>: the array or string on the left has that length.</summary>
    Size,

    /// <summary><c>empty</c>: the array or string on the left is empty, or not, as the boolean on the right says.</summary>
    Empty,

    /// <summary><c>contains</c>: the left array or string contains the right value.</summary>
    Contains,

    /// <summary><c>type</c>: the left value is of the type named on the right.</summary>
    Type,

    /// <summary><c>all</c>: the left array holds every item of the right one.</summary>
    All,

    /// <summary><c>===</c>: equal, and of one type.</summary>
    StrictEqual,

    /// <summary><c>!==</c>: of another value or type.</summary>
    StrictNotEqual,
}
