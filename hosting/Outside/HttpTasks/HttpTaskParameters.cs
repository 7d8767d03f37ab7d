using Compiled.Expressions;
using Compiled.Values;

namespace Compiled.Outside.HttpTasks;

/// <summary>The parameters of an HTTP task, read and checked. FEATURES T-110, T-113.</summary>
internal sealed record HttpTaskParameters
{
    private static readonly Key
        ApiEndpoint = Key.Of("ApiEndpoint"), Methods = Key.Of("Method"), Authentication = Key.Of("Authentication"), InvocationConfig = Key.Of("InvocationConfig"),
        Connection = Key.Of("ConnectionArn"), Header = Key.Of("Headers"), Query = Key.Of("QueryParameters"), RequestBody = Key.Of("RequestBody"),
        Transform = Key.Of("Transform"), RequestBodyEncoding = Key.Of("RequestBodyEncoding"), RequestEncodingOptions = Key.Of("RequestEncodingOptions"),
        ArrayFormats = Key.Of("ArrayFormat");

    public required Uri Url { get; init; }

    public required string Method { get; init; }

    /// <summary>Null when the state names none.</summary>
    public string? ConnectionArn { get; init; }

    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    public IReadOnlyList<KeyValuePair<string, string>> QueryParameters { get; init; } = [];

    /// <summary>Missing for none.</summary>
    public JsonValue Body { get; init; }

    /// <summary>How the body is written as a form; null for JSON.</summary>
    public ArrayFormat? FormFormat { get; init; }

    /// <summary>Reads the parameters; null, and the failure, when they can't be used.</summary>
    public static HttpTaskParameters? Read(in JsonValue input, HttpTaskConfiguration configuration, out JsonValue failure)
    {
        failure = default;
        string? reason = null;
        Uri? url = UrlOf(in input, configuration, ref reason);
        string? method = MethodOf(in input, ref reason);
        List<KeyValuePair<string, string>> headers = PairsOf(in input, Header, ref reason), query = PairsOf(in input, Query, ref reason);
        if (headers.FirstOrDefault(static header => ForbiddenHeaders.Contains(header.Key)).Key is { } forbidden)
            reason ??= $"The header '{forbidden}' can't be set by a state";
        ArrayFormat? format = FormatOf(in input, ref reason);
        string? connection = ConnectionOf(in input);
        if (connection is null && !configuration.AllowMissingConnections)
            reason ??= "The field 'ConnectionArn' is required but was missing";
        if (reason is not null)
        {
            failure = JsonValue.Failure(Faults.ParametersNotUsable(input, reason));
            return null;
        }

        return new HttpTaskParameters
        {
            Url = url!,
            Method = method!,
            ConnectionArn = connection,
            Headers = headers,
            QueryParameters = query,
            Body = input[RequestBody],
            FormFormat = format,
        };
    }

    private static Uri? UrlOf(in JsonValue input, HttpTaskConfiguration configuration, ref string? reason)
    {
        if (!Required(in input, ApiEndpoint, ref reason, out string text))
            return null;
        bool isUrl = Uri.TryCreate(text, UriKind.Absolute, out Uri? url) && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp);
        if (!isUrl || url!.UserInfo.Length > 0)
            reason ??= "The value of the field 'ApiEndpoint' has an invalid format";
        else if (url.Scheme == Uri.UriSchemeHttp && !configuration.AllowPlainHttp)
            reason ??= "The value of the field 'ApiEndpoint' must be an https URL";
        return url;
    }

    private static string? MethodOf(in JsonValue input, ref string? reason)
    {
        if (!Required(in input, Methods, ref reason, out string method))
            return null;
        if (method is not ("GET" or "POST" or "PUT" or "DELETE" or "PATCH" or "OPTIONS" or "HEAD"))
            reason ??= "The value of the field 'Method' has an invalid format";
        return method;
    }

    private static string? ConnectionOf(in JsonValue input)
        => input[Authentication][Connection] is { IsString: true } arn ? arn.AsString()
            : input[InvocationConfig][Connection] is { IsString: true } other ? other.AsString() : null;

    private static ArrayFormat? FormatOf(in JsonValue input, ref string? reason)
    {
        JsonValue transform = input[Transform];
        if (transform.IsMissing)
            return null;
        switch (transform[RequestBodyEncoding].IsString ? transform[RequestBodyEncoding].AsString() : "")
        {
            case "NONE":
                return null;
            case "URL_ENCODED":
                JsonValue format = transform[RequestEncodingOptions][ArrayFormats];
                if (format.IsMissing)
                    return ArrayFormat.Indices;
                if (format.IsString && Enum.TryParse(format.AsString(), ignoreCase: true, out ArrayFormat parsed) && Enum.IsDefined(parsed))
                    return parsed;
                reason ??= "The value of the field 'ArrayFormat' has an invalid format";
                return null;
            default:
                reason ??= "The value of the field 'RequestBodyEncoding' has an invalid format";
                return null;
        }
    }

    private static List<KeyValuePair<string, string>> PairsOf(in JsonValue input, Key field, ref string? reason)
    {
        List<KeyValuePair<string, string>> pairs = [];
        JsonValue values = input[field];
        if (values.IsMissing || values.IsNull)
            return pairs;
        if (!values.IsObject)
            reason ??= $"The value of the field '{field.Name}' has an invalid format";
        foreach (JsonMember member in values.Members())
        {
            // Several values of one name stand in an array.
            foreach (JsonValue value in member.Value.IsArray ? ItemsOf(member.Value) : [member.Value])
            {
                if (value.IsObject || value.IsArray || value.IsNull)
                    reason ??= $"The value of the field '{field.Name}' has an invalid format";
                else
                    pairs.Add(new(member.Name, TextOf(in value)));
            }
        }

        return pairs;
    }

    private static List<JsonValue> ItemsOf(in JsonValue array)
    {
        List<JsonValue> items = new(array.Count);
        foreach (JsonValue item in array.Items())
            items.Add(item);
        return items;
    }

    private static string TextOf(in JsonValue value) => value.IsString ? value.AsString() : value.ToString();

    private static bool Required(in JsonValue input, Key field, ref string? reason, out string text)
    {
        JsonValue value = input[field];
        text = value.IsString ? value.AsString() : "";
        if (value.IsMissing)
            reason ??= $"The field '{field.Name}' is required but was missing";
        else if (text.Length == 0)
            reason ??= $"The value of the field '{field.Name}' has an invalid format";
        return text.Length > 0;
    }
}
