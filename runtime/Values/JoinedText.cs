using System.Buffers.Text;
using System.Runtime.CompilerServices;
using Compiled.Expressions;

namespace Compiled.Values;

/// <summary>
/// Puts a string together as <c>States.Format</c> does, of C# values: emitted code writes <c>JoinedText.Of($"...")</c>. Numbers are written as in JSON, null as <c>null</c>.
/// </summary>
[InterpolatedStringHandler]
public ref struct JoinedText
{
    private const int ScratchChars = 256;

    // One is put together at a time: no code of the user's runs in between.
    [ThreadStatic]
    private static char[]? t_scratch;

    private TextBuilder _text;

    /// <summary>Starts a string.</summary>
    public JoinedText(int literalLength, int formattedCount) => _text = new TextBuilder(t_scratch ??= new char[ScratchChars]);

    /// <summary>The string.</summary>
    public static string Of(JoinedText text) => text._text.End();

    /// <summary>Adds text of the template.</summary>
    public void AppendLiteral(string value) => _text.Append(value);

    /// <summary>Adds a string.</summary>
    public void AppendFormatted(string? value) => _text.Append(value ?? "null");

    /// <summary>Adds a number.</summary>
    public void AppendFormatted(double value)
    {
        Span<byte> digits = stackalloc byte[NumberFormat.Longest];
        _text.AppendAscii(digits[..NumberFormat.Write(value, digits)]);
    }

    /// <summary>Adds a whole number.</summary>
    public void AppendFormatted(long value)
    {
        Span<byte> digits = stackalloc byte[NumberFormat.Longest];
        _text.AppendAscii(digits[..NumberFormat.Write(value, digits)]);
    }

    /// <summary>Adds a decimal, with the zeros at its end.</summary>
    public void AppendFormatted(decimal value)
    {
        Span<byte> digits = stackalloc byte[NumberFormat.Longest];
        Utf8Formatter.TryFormat(value, digits, out int written);
        _text.AppendAscii(digits[..written]);
    }

    /// <summary>Adds a decimal, or null.</summary>
    public void AppendFormatted(decimal? value)
    {
        if (value is { } known)
            AppendFormatted(known);
        else
            _text.Append("null");
    }

    /// <summary>Adds true or false.</summary>
    public void AppendFormatted(bool value) => _text.Append(value ? "true" : "false");

    /// <summary>Adds a number, or null.</summary>
    public void AppendFormatted(double? value)
    {
        if (value is { } known)
            AppendFormatted(known);
        else
            _text.Append("null");
    }

    /// <summary>Adds a whole number, or null.</summary>
    public void AppendFormatted(long? value)
    {
        if (value is { } known)
            AppendFormatted(known);
        else
            _text.Append("null");
    }

    /// <summary>Adds true, false or null.</summary>
    public void AppendFormatted(bool? value) => _text.Append(value switch { true => "true", false => "false", null => "null" });

    /// <summary>Adds JSON.</summary>
    public void AppendFormatted(JsonValue value) => _text.Append(value);
}
