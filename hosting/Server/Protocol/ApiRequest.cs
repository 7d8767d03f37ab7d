using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Compiled.Server.Protocol;

/// <summary>
/// The members of a request, read one by one; a member that breaks a rule of AWS's model is noted, and <see cref="Check"/> refuses the request with
/// all of them. FEATURES P-007.
/// </summary>
internal sealed class ApiRequest
{
    private readonly JsonElement _body;
    private readonly List<string> _violations = [];

    public ApiRequest(JsonElement body) => _body = body;

    /// <summary>Refuses the request when a member that was read breaks a rule.</summary>
    /// <exception cref="ApiException">ValidationException.</exception>
    public void Check()
    {
        if (_violations.Count == 0)
            return;
        string count = _violations.Count == 1 ? "1 validation error" : string.Create(CultureInfo.InvariantCulture, $"{_violations.Count} validation errors");
        throw ApiErrors.Validation($"{count} detected: {string.Join("; ", _violations)}");
    }

    /// <summary>Whether the request has the member.</summary>
    public bool Has(string name) => Find(name) is not null;

    /// <summary>A text; null when it is missing.</summary>
    public string? Text(string name, int least = 0, int most = int.MaxValue, Regex? pattern = null)
    {
        if (Find(name) is not { } member)
            return null;
        string text = TextOf(member);
        Length(name, text, least, most);
        if (pattern is not null && !pattern.IsMatch(text))
            Violated(text, name, $"Member must satisfy regular expression pattern: {pattern}");
        return text;
    }

    /// <summary>A text as UTF-8, without the string in between; null when it is missing.</summary>
    public byte[]? Utf8(string name)
    {
        if (Find(name) is not { } member)
            return null;
        if (member.ValueKind != JsonValueKind.String)
            throw WrongType(member, "a String");
        return JsonTextBytes.Unescape(JsonMarshal.GetRawUtf8Value(member)[1..^1]) ?? throw ApiErrors.Serialization("A text is no UTF-8, or holds half of a surrogate pair.");
    }

    /// <summary>Writes a text of the request into the answer as it was sent; false when it is missing.</summary>
    public bool TryWriteText(Utf8JsonWriter writer, string name)
    {
        if (Find(name) is not { } member)
            return false;
        writer.WritePropertyName(name);
        writer.WriteRawValue(JsonMarshal.GetRawUtf8Value(member), skipInputValidation: true);
        return true;
    }

    /// <summary>A text that must be there.</summary>
    public string RequiredText(string name, int least = 1, int most = int.MaxValue, Regex? pattern = null) => Text(name, least, most, pattern) ?? Missing(name, "");

    /// <summary>One of some words; null when it is missing.</summary>
    public string? Word(string name, params ReadOnlySpan<string> words)
    {
        if (Find(name) is not { } member)
            return null;
        string text = TextOf(member);
        if (words.IndexOf(text) < 0)
            Violated(text, name, $"Member must satisfy enum value set: [{string.Join(", ", words.ToArray())}]");
        return text;
    }

    /// <summary>A whole number; null when it is missing.</summary>
    public long? Integer(string name, long least = long.MinValue, long most = long.MaxValue)
    {
        if (Find(name) is not { } member)
            return null;
        if (member.ValueKind != JsonValueKind.Number)
            throw WrongType(member, "an Integer");
        if (!member.TryGetInt64(out long number) && !(member.TryGetDouble(out double wide) && wide == Math.Truncate(wide) && long.TryParse(wide.ToString("F0", CultureInfo.InvariantCulture), out number)))
            throw ApiErrors.Serialization($"The member '{name}' is no whole number.");
        if (number < least)
            Violated(number.ToString(CultureInfo.InvariantCulture), name, string.Create(CultureInfo.InvariantCulture, $"Member must have value greater than or equal to {least}"));
        if (number > most)
            Violated(number.ToString(CultureInfo.InvariantCulture), name, string.Create(CultureInfo.InvariantCulture, $"Member must have value less than or equal to {most}"));
        return number;
    }

    /// <summary>A number; null when it is missing.</summary>
    public double? Number(string name, double least, double most)
    {
        if (Find(name) is not { } member)
            return null;
        if (member.ValueKind != JsonValueKind.Number || !member.TryGetDouble(out double number))
            throw WrongType(member, "a Float");
        if (number < least)
            Violated(member.GetRawText(), name, string.Create(CultureInfo.InvariantCulture, $"Member must have value greater than or equal to {least}"));
        if (number > most)
            Violated(member.GetRawText(), name, string.Create(CultureInfo.InvariantCulture, $"Member must have value less than or equal to {most}"));
        return number;
    }

    /// <summary>True or false; null when it is missing.</summary>
    public bool? Boolean(string name) => Find(name) is not { } member ? null : member.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw WrongType(member, "a Boolean"),
    };

    /// <summary>A structure; null when it is missing.</summary>
    public ApiRequest? Structure(string name) => Find(name) is not { } member ? null
        : member.ValueKind == JsonValueKind.Object ? new ApiRequest(member) : throw WrongType(member, "a structure");

    /// <summary>A list; null when it is missing.</summary>
    public IReadOnlyList<JsonElement>? List(string name) => Find(name) is not { } member ? null
        : member.ValueKind == JsonValueKind.Array ? [.. member.EnumerateArray()] : throw WrongType(member, "a list");

    /// <summary>A list of structures; null when it is missing.</summary>
    public IReadOnlyList<ApiRequest>? Structures(string name) => List(name) is not { } list ? null
        : [.. list.Select(static item => item.ValueKind == JsonValueKind.Object ? new ApiRequest(item) : throw WrongType(item, "a structure"))];

    /// <summary>A list of texts; null when it is missing.</summary>
    public IReadOnlyList<string>? Texts(string name) => List(name) is not { } list ? null : [.. list.Select(TextOf)];

    /// <summary>The text as it was sent, for what is kept as it is.</summary>
    public string RawText => _body.GetRawText();

    /// <summary>Notes that a member which must be there is not.</summary>
    public T Missing<T>(string name, T otherwise)
    {
        _violations.Add($"Value null at '{name}' failed to satisfy constraint: Member must not be null");
        return otherwise;
    }

    /// <summary>Notes that a member breaks a rule.</summary>
    public void Violated(string value, string name, string rule) => _violations.Add($"Value '{value}' at '{name}' failed to satisfy constraint: {rule}");

    /// <summary>Notes what the members of a structure within broke.</summary>
    public void Take(ApiRequest structure) => _violations.AddRange(structure._violations);

    private void Length(string name, string text, int least, int most)
    {
        if (text.Length < least)
            Violated(text, name, string.Create(CultureInfo.InvariantCulture, $"Member must have length greater than or equal to {least}"));
        if (text.Length > most)
            Violated(text, name, string.Create(CultureInfo.InvariantCulture, $"Member must have length less than or equal to {most}"));
    }

    // A member that is null is one that is missing.
    private JsonElement? Find(string name)
    {
        try
        {
            return _body.TryGetProperty(name, out JsonElement member) && member.ValueKind != JsonValueKind.Null ? member : null;
        }
        catch (InvalidOperationException)
        {
            throw ApiErrors.Serialization("A member's name holds half of a surrogate pair.");
        }
    }

    private static string TextOf(JsonElement member)
    {
        if (member.ValueKind != JsonValueKind.String)
            throw WrongType(member, "a String");
        try
        {
            return member.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, escaped: no text.
            throw ApiErrors.Serialization("A text holds half of a surrogate pair.");
        }
    }

    private static ApiException WrongType(JsonElement member, string type)
    {
        string kind = member.ValueKind switch
        {
            JsonValueKind.Number => "NUMBER_VALUE",
            JsonValueKind.String => "STRING_VALUE",
            JsonValueKind.True => "TRUE_VALUE",
            JsonValueKind.False => "FALSE_VALUE",
            JsonValueKind.Array => "START_ARRAY",
            _ => "START_OBJECT",
        };
        return ApiErrors.Serialization($"{kind} can not be converted to {type}");
    }
}
