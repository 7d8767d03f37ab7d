namespace Compiled.Compilation;

/// <summary>What the C# compiler says about emitted code. Each is a fault of the emitter: good definitions give code without a warning.</summary>
/// <param name="Id">The compiler's id, such as <c>CS0219</c>.</param>
/// <param name="IsError">Whether the code does not compile.</param>
/// <param name="Text">The message.</param>
/// <param name="Line">The line of the emitted code, from 1.</param>
public sealed record CompilerMessage(string Id, bool IsError, string Text, int Line)
{
    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"line {Line}: {(IsError ? "error" : "warning")} {Id}: {Text}");
}
