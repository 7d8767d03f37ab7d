namespace Compiled.Jsonata;

/// <summary>What the pictures of numbers and of integers share.</summary>
internal static class Pictures
{
    // Longer than any text that a workflow may hold, and short enough to be made at no cost.
    private const int MostPadding = 1 << 18;

    public static int GreatestDivisor(int left, int right) => right == 0 ? left : GreatestDivisor(right, left % right);

    /// <summary>A count of characters to pad with that is not beyond all measure.</summary>
    /// <exception cref="JsonataException">U1001: it is.</exception>
    public static int Padding(int count) => count <= MostPadding ? count : throw JsonataError.TooLong();
}
