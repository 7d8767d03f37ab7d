namespace Compiled.Graph.Layout;

/// <summary>A position in pixels, from the upper left.</summary>
internal readonly record struct Point(double X, double Y);
