namespace Compiled.Language.Expressions;

/// <summary>Where a path starts.</summary>
public enum PathRoot
{
    /// <summary><c>$</c>: the data at this place.</summary>
    Input,

    /// <summary><c>$$</c>: the context object.</summary>
    Context,

    /// <summary><c>$name</c>: a variable.</summary>
    Variable,

    /// <summary><c>@</c>: the item that a filter looks at; only inside filters.</summary>
    Current,
}
