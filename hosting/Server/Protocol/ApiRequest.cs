using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Compiled.Values;

namespace Compiled.Server.Protocol;

/// <summary>
/// The members of a request, read one by one; a member that breaks a rule of AWS's model is noted, and <see cref="Check"/> refuses the request with
/// all of them. FEATURES P-007.
/// </summary>
internal sealed class ApiRequest
{
    private readonly JsonValue _body;
    private List<string>? _violations;

    public ApiRequest(JsonValue body) => _body = body;

    /// <summary>The request, spelled as it was sent but for whitespace.</summary>
    public JsonValue Body => _body;

    /// <summary>Refuses the request when a member that was read breaks a rule.</summary>
    /// <exception cref="ApiException">ValidationException.</exception>
    public void Check()
    {
        if (_violations is null)
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
    public ReadOnlyMemory<byte>? Utf8(string name) => Find(name) is { } member ? Utf8Of(member) : default(ReadOnlyMemory<byte>?);

    /// <summary>Writes a text of the request into the answer as it was sent; false when it is missing.</summary>
    public bool TryWriteText(Utf8JsonWriter writer, string name)
    {
        if (Find(name) is not { } member)
            return false;
        writer.WritePropertyName(name);
        writer.WriteRawValue(member.ToUtf8(), skipInputValidation: true);
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
        if (!member.IsNumber)
            throw WrongType(member, "an Integer");
        if (!member.TryGetInt64(out long number))
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
        if (!member.TryGetDouble(out double number))
            throw WrongType(member, "a Float");
        if (number < least)
            Violated(member.ToString(), name, string.Create(CultureInfo.InvariantCulture, $"Member must have value greater than or equal to {least}"));
        if (number > most)
            Violated(member.ToString(), name, string.Create(CultureInfo.InvariantCulture, $"Member must have value less than or equal to {most}"));
        return number;
    }

    /// <summary>True or false; null when it is missing.</summary>
    public bool? Boolean(string name) => Find(name) is not { } member ? null : member.IsBoolean ? member.IsTrue : throw WrongType(member, "a Boolean");

    /// <summary>A structure; null when it is missing.</summary>
    public ApiRequest? Structure(string name) => Find(name) is not { } member ? null
        : member.IsObject ? new ApiRequest(member) : throw WrongType(member, "a structure");

    /// <summary>A list; null when it is missing.</summary>
    public IReadOnlyList<JsonValue>? List(string name)
    {
        if (Find(name) is not { } member)
            return null;
        if (!member.IsArray)
            throw WrongType(member, "a list");
        List<JsonValue> items = new(member.Count);
        foreach (JsonValue item in member.Items())
            items.Add(item);
        return items;
    }

    /// <summary>A list of structures; null when it is missing.</summary>
    public IReadOnlyList<ApiRequest>? Structures(string name) => List(name) is not { } list ? null
        : [.. list.Select(static item => item.IsObject ? new ApiRequest(item) : throw WrongType(item, "a structure"))];

    /// <summary>A list of texts; null when it is missing.</summary>
    public IReadOnlyList<string>? Texts(string name) => List(name) is not { } list ? null : [.. list.Select(TextOf)];

    /// <summary>Notes that a member which must be there is not.</summary>
    public T Missing<T>(string name, T otherwise)
    {
        (_violations ??= []).Add($"Value null at '{name}' failed to satisfy constraint: Member must not be null");
        return otherwise;
    }

    /// <summary>Notes that a member breaks a rule.</summary>
    public void Violated(string value, string name, string rule) => (_violations ??= []).Add($"Value '{value}' at '{name}' failed to satisfy constraint: {rule}");

    /// <summary>Notes what the members of a structure within broke.</summary>
    public void Take(ApiRequest structure)
    {
        if (structure._violations is not null)
            (_violations ??= []).AddRange(structure._violations);
    }

    private void Length(string name, string text, int least, int most)
    {
        if (text.Length < least)
            Violated(text, name, string.Create(CultureInfo.InvariantCulture, $"Member must have length greater than or equal to {least}"));
        if (text.Length > most)
            Violated(text, name, string.Create(CultureInfo.InvariantCulture, $"Member must have length less than or equal to {most}"));
    }

    // A member that is null is one that is missing.
    private JsonValue? Find(string name)
    {
        JsonValue member = _body.Get(name);
        return member.IsMissing || member.IsNull ? default(JsonValue?) : member;
    }

    private static string TextOf(JsonValue member)
    {
        if (!member.IsString)
            throw WrongType(member, "a String");
        string text = member.AsString();
        // It is what half of a surrogate pair becomes.
        return text.Contains('\uFFFD') ? Encoding.UTF8.GetString(Utf8Of(member).Span) : text;
    }

    private static ReadOnlyMemory<byte> Utf8Of(JsonValue member)
    {
        if (!member.IsString)
            throw WrongType(member, "a String");
        return JsonTextBytes.Unescape(member.ToUtf8().AsSpan()[1..^1]) ?? throw ApiErrors.Serialization("A text holds half of a surrogate pair.");
    }

    private static ApiException WrongType(JsonValue member, string type)
    {
        string kind = member.Kind switch
        {
            JsonKind.Number => "NUMBER_VALUE",
            JsonKind.String => "STRING_VALUE",
            JsonKind.True => "TRUE_VALUE",
            JsonKind.False => "FALSE_VALUE",
            JsonKind.Array => "START_ARRAY",
            _ => "START_OBJECT",
        };
        return ApiErrors.Serialization($"{kind} can not be converted to {type}");
    }
}
