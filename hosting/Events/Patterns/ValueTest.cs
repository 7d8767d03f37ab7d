using Compiled.Values;

namespace Compiled.Events.Patterns;

/// <summary>One test of a value that is a string, a number, true, false or null.</summary>
internal abstract record ValueTest
{
    /// <summary>The test holds where there is no value.</summary>
    public virtual bool FitsNothing => false;

    public abstract bool Fits(in JsonValue value);
}
