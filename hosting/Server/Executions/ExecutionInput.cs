using System.Text;
using System.Text.Json;
using Compiled.Server.Protocol;
using Compiled.Values;

namespace Compiled.Server.Executions;

/// <summary>The JSON that a start's <c>input</c> is the text of. FEATURES P-081.</summary>
internal static class ExecutionInput
{
    private const int MostBytes = 262_144;

    /// <summary>Reads the member; an empty object when it is missing.</summary>
    /// <exception cref="ApiException">InvalidExecutionInput, ValidationException.</exception>
    public static JsonValue Read(ApiRequest request)
    {
        ReadOnlyMemory<byte>? sent = request.Utf8("input");
        request.Check();
        if (sent is not { } text)
            return JsonValue.EmptyObject;
        if (text.Length > MostBytes)
            throw ApiErrors.Validation($"1 validation error detected: Value at 'input' failed to satisfy constraint: Member must have length less than or equal to {MostBytes}");
        return Parse(text.Span, static reason => ApiErrors.InvalidExecutionInput(reason));
    }

    /// <summary>The value of a text; the refusal that <paramref name="refuse"/> makes of the reason when it is no JSON.</summary>
    public static JsonValue Parse(ReadOnlySpan<byte> text, Func<string, ApiException> refuse)
    {
        try
        {
            return JsonValue.Parse(text);
        }
        catch (JsonException)
        {
            throw refuse(JsonComplaint.Of(Encoding.UTF8.GetString(text)));
        }
    }
}
