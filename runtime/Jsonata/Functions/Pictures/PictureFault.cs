using Compiled.Values;

namespace Compiled.Jsonata;

/// <summary>
/// Why a picture is none. It is kept and thrown when the picture is used, so that one which stands in an expression can be analysed
/// before the expression runs.
/// </summary>
internal sealed record PictureFault(string Code, string? Value = null)
{
    public JsonataException ToException() => JsonataError.Of(Code, value: Value is null ? default : JsonValue.String(Value));
}
