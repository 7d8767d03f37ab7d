namespace Compiled.TestState.Schemas;

/// <summary>The shape of what one call of a service gives, with the table of the shapes that it names.</summary>
internal sealed class ResultSchema(Shape shape, ServiceTable table)
{
    public Shape Shape { get; } = shape;

    public Shape Named(string name) => table.Named(name);
}
