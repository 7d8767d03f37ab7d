namespace Compiled.Language.Expressions;

/// <summary>An argument of an intrinsic call.</summary>
public abstract class IntrinsicArgument
{
    private protected IntrinsicArgument(int start, int length)
    {
        Start = start;
        Length = length;
    }

    /// <summary>The offset in the text of the outermost call.</summary>
    public int Start { get; }

    /// <summary>The number of characters, quotes included.</summary>
    public int Length { get; }
}
