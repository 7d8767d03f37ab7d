using System.Text.Json;
using Compiled.Values;

namespace Compiled.MapRuns.Readers;

/// <summary>The tokens of JSON text that is read piece by piece; the buffer holds no more than the value that is read whole.</summary>
internal sealed class JsonTokens(Stream stream, CancellationToken cancellationToken)
{
    private const int FirstSize = 16 * 1024;

    private static readonly byte[] s_mark = [0xEF, 0xBB, 0xBF];

    private byte[] _buffer = new byte[FirstSize];
    private int _at, _end, _tokenStart;
    private bool _isLast, _hasStarted;
    private JsonReaderState _state = new(new JsonReaderOptions { CommentHandling = JsonCommentHandling.Disallow, MaxDepth = JsonValue.MaxDepth });

    public JsonTokenType Type { get; private set; }

    /// <summary>The name of a member, when the token is one.</summary>
    public string? Name { get; private set; }

    /// <summary>Goes to the next token.</summary>
    public async ValueTask ReadAsync()
    {
        while (!TryRead())
            await MoreAsync().ConfigureAwait(false);
    }

    /// <summary>The value that starts at the current token; the token is then its last.</summary>
    public async ValueTask<JsonValue> ValueAsync()
    {
        int length;
        while ((length = LengthOfValue()) < 0)
            await MoreAsync().ConfigureAwait(false);
        return JsonValue.TryParse(_buffer.AsSpan(_tokenStart, length), out JsonValue value, out string? error) ? value : throw NoJson(error);
    }

    /// <summary>Passes over the value that starts at the current token, without holding it.</summary>
    public async ValueTask SkipAsync()
    {
        if (Type is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
            return;
        for (int depth = 1; depth > 0;)
        {
            await ReadAsync().ConfigureAwait(false);
            depth += Type switch
            {
                JsonTokenType.StartObject or JsonTokenType.StartArray => 1,
                JsonTokenType.EndObject or JsonTokenType.EndArray => -1,
                _ => 0,
            };
        }
    }

    private bool TryRead()
    {
        try
        {
            Utf8JsonReader reader = new(_buffer.AsSpan(_at, _end - _at), _isLast, _state);
            if (!reader.Read())
                return _isLast ? throw NoJson("the text ends too early.") : false;
            _tokenStart = _at + (int)reader.TokenStartIndex;
            Keep(ref reader, _at);
            return true;
        }
        catch (JsonException exception)
        {
            throw NoJson(exception.Message);
        }
    }

    /// <summary>The bytes of the value that starts at the token, when all of them are there; otherwise negative.</summary>
    private int LengthOfValue()
    {
        if (Type is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
            return _at - _tokenStart;
        try
        {
            Utf8JsonReader reader = new(_buffer.AsSpan(_at, _end - _at), _isLast, _state);
            int depth = reader.CurrentDepth;
            do
            {
                if (!reader.Read())
                    return _isLast ? throw NoJson("the text ends too early.") : -1;
            }
            while (reader.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray) || reader.CurrentDepth > depth);
            Keep(ref reader, _at);
            return _at - _tokenStart;
        }
        catch (JsonException exception)
        {
            throw NoJson(exception.Message);
        }
    }

    private void Keep(ref Utf8JsonReader reader, int from)
    {
        Type = reader.TokenType;
        Name = Type == JsonTokenType.PropertyName ? reader.GetString() : null;
        _state = reader.CurrentState;
        _at = from + (int)reader.BytesConsumed;
    }

    private async ValueTask MoreAsync()
    {
        // What is before the current token is done with.
        int keep = Math.Min(_tokenStart, _at);
        _buffer.AsSpan(keep, _end - keep).CopyTo(_buffer);
        (_at, _end, _tokenStart) = (_at - keep, _end - keep, _tokenStart - keep);
        if (_end == _buffer.Length)
            Array.Resize(ref _buffer, _buffer.Length * 2);
        int count = await stream.ReadAtLeastAsync(_buffer.AsMemory(_end), _hasStarted ? 1 : s_mark.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        _end += count;
        _isLast = count == 0;
        if (!_hasStarted && _buffer.AsSpan(0, _end).StartsWith(s_mark))
            _at = _tokenStart = s_mark.Length;
        _hasStarted = true;
    }

    private static MapRunException NoJson(string? error) => Failures.Reader($"The object is no JSON: {error}");
}
