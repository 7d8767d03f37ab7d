using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Compiled.Expressions;
using Compiled.Language.Vocabulary;
using Compiled.Outside.Calls;
using Compiled.Values;

namespace Compiled.Outside.HttpTasks;

/// <summary>What a state gets of the answer to an HTTP task. FEATURES T-111, T-112, E-076.</summary>
internal static class HttpTaskResult
{
    // A cause has at most 32,768 characters by AWS's service model.
    private const int LongestCause = 32_768;

    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly Key Headers = Key.Of("Headers"), ResponseBody = Key.Of("ResponseBody"), StatusCode = Key.Of("StatusCode"), StatusText = Key.Of("StatusText");

    public static JsonValue Of(Reply reply) => reply.Trouble switch
    {
        Trouble.None => OfAnswer(reply),
        Trouble.TooLarge => JsonValue.Failure(Faults.DataLimitExceeded("http")),
        Trouble.Forbidden => JsonValue.Failure(new Fault(StatesErrors.Permissions, reply.Text)),
        _ => JsonValue.Failure(new Fault("States.Http.Socket", reply.Text)),
    };

    private static JsonValue OfAnswer(Reply reply)
    {
        if (!reply.IsSuccess)
        {
            string text = reply.Body.Length == 0 ? reply.Reason : reply.BodyText;
            return JsonValue.Failure(new Fault(
                string.Create(CultureInfo.InvariantCulture, $"States.Http.StatusCode.{reply.Status}"), text.Length <= LongestCause ? text : text[..LongestCause]));
        }

        string type = reply.Header("Content-Type") ?? "";
        MediaTypeHeaderValue.TryParse(type, out MediaTypeHeaderValue? media);
        string mediaType = media?.MediaType ?? "";
        if (IsBinary(mediaType))
            return JsonValue.Failure(new Fault(StatesErrors.Runtime, $"The response has the content type '{type}', which an HTTP task can't read."));
        if (TextOf(reply.Body, media?.CharSet) is not { } body)
            return JsonValue.Failure(new Fault(StatesErrors.Runtime, "The response can't be read as text."));
        JsonValue value = IsJson(mediaType) && JsonValue.TryParse(reply.Body, out JsonValue parsed, out _) ? parsed : body;
        return JsonValue.Object(
            new(Headers, HeadersOf(reply)), new(ResponseBody, value), new(StatusCode, reply.Status), new(StatusText, reply.Reason));
    }

    /// <summary>The headers in one text, as AWS shows them.</summary>
    public static string HeadersText(Reply reply) => $"[{string.Join(", ", reply.Headers.Select(header => $"{Lower(header.Key)}: {string.Join(", ", header.Value)}"))}]";

    // Small letters, as HTTP/2 and so AWS has them, whatever version the endpoint speaks.
    private static JsonValue HeadersOf(Reply reply) => JsonValue.ObjectOf([.. reply.Headers.Select(header => new JsonProperty(
        Key.Of(Lower(header.Key)), JsonValue.ArrayOf(Array.ConvertAll(header.Value, static value => (JsonValue)value))))]);

    // Step Functions' guide, "Unsupported HTTP Task responses".
    private static bool IsBinary(string mediaType)
        => mediaType.Equals("application/octet-stream", StringComparison.OrdinalIgnoreCase)
            || mediaType.StartsWith("image/", StringComparison.OrdinalIgnoreCase)
            || mediaType.StartsWith("video/", StringComparison.OrdinalIgnoreCase)
            || mediaType.StartsWith("audio/", StringComparison.OrdinalIgnoreCase);

    private static bool IsJson(string mediaType)
        => mediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase) || mediaType.EndsWith("+json", StringComparison.OrdinalIgnoreCase);

    private static string? TextOf(byte[] body, string? charSet)
    {
        if (charSet?.Trim('"') is { } name && (name.Equals("iso-8859-1", StringComparison.OrdinalIgnoreCase) || name.Equals("latin1", StringComparison.OrdinalIgnoreCase)))
            return Encoding.Latin1.GetString(body);
        try
        {
            return s_strict.GetString(body);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

#pragma warning disable CA1308 // HTTP/2 has small letters.
    private static string Lower(string name) => name.ToLowerInvariant();
#pragma warning restore CA1308
}
