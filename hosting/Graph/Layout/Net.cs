namespace Compiled.Graph.Layout;

/// <summary>Lines that meet in one channel, the space between two ranks: one horizontal piece, with vertical ones from it up and down.</summary>
internal sealed class Net
{
    /// <summary>The horizontal places of the pieces that lead up to the rank above.</summary>
    public List<double> Tops { get; } = [];

    /// <summary>The horizontal places of the pieces that lead down to the rank below.</summary>
    public List<double> Bottoms { get; } = [];

    public double Left { get; private set; } = double.PositiveInfinity;

    public double Right { get; private set; } = double.NegativeInfinity;

    /// <summary>The vertical place of the horizontal piece; set by <see cref="Channels"/>.</summary>
    public double Y { get; set; }

    public bool IsStraight => Right - Left < 0.5;

    public void AddTop(double x) => Add(Tops, x);

    public void AddBottom(double x) => Add(Bottoms, x);

    private void Add(List<double> pins, double x)
    {
        pins.Add(x);
        Left = Math.Min(Left, x);
        Right = Math.Max(Right, x);
    }
}
