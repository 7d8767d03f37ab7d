namespace Compiled.Graph.Layout;

/// <summary>One flow inside a frame, with the strip it stands in; positions are relative to the frame's upper left corner.</summary>
internal sealed record Lane(PlacedFlow Flow, double Left, double Top, double Width, double Height)
{
    /// <summary>The flow runs to the right, and so begins at the strip's left side.</summary>
    public bool StartsAtLeft { get; init; }

    /// <summary>Where the flow's own left edge lies: in the middle of the strip unless it begins at its side.</summary>
    public double FlowLeft => StartsAtLeft ? Left + NodeBox.LanePadding : Left + ((Width - Flow.Width) / 2);

    public double FlowTop => Top + NodeBox.LanePadding;
}
