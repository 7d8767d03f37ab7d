using System.Runtime.CompilerServices;
using System.Text.Json;
using Compiled.Values;

namespace Compiled.MapRuns.Readers;

/// <summary>The items of an array in a JSON document, or, where a pointer leads to an object, its members. FEATURES L-307.</summary>
internal static class JsonItems
{
    /// <param name="stream">UTF-8 text. No more of it than one item is held at a time.</param>
    /// <param name="pointer">Where the items are, a JSON pointer (RFC 6901); null for the whole.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public static async IAsyncEnumerable<(string? Key, JsonValue Value)> ReadAsync(
        Stream stream, string? pointer, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        JsonTokens tokens = new(stream, cancellationToken);
        string[] steps = Steps(pointer);
        await tokens.ReadAsync().ConfigureAwait(false);
        foreach (string step in steps)
            await StepAsync(tokens, step, pointer!).ConfigureAwait(false);
        // AWS was recorded to refuse a document that is an object; what a pointer selects may be one.
        if (tokens.Type != JsonTokenType.StartArray && (tokens.Type != JsonTokenType.StartObject || steps.Length == 0))
            throw Failures.NotIterable();
        bool isArray = tokens.Type == JsonTokenType.StartArray;
        for (; ; )
        {
            await tokens.ReadAsync().ConfigureAwait(false);
            if (tokens.Type is JsonTokenType.EndArray or JsonTokenType.EndObject)
                yield break;
            string? name = isArray ? null : tokens.Name;
            if (!isArray)
                await tokens.ReadAsync().ConfigureAwait(false);
            yield return (name, await tokens.ValueAsync().ConfigureAwait(false));
        }
    }

    private static string[] Steps(string? pointer)
    {
        if (string.IsNullOrEmpty(pointer))
            return [];
        if (pointer[0] != '/')
            throw Failures.Reader($"'ItemsPointer' is '{pointer}'; a JSON pointer starts with '/'.");
        return [.. pointer[1..].Split('/').Select(static step => step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal))];
    }

    private static async ValueTask StepAsync(JsonTokens tokens, string step, string pointer)
    {
        if (tokens.Type == JsonTokenType.StartObject)
        {
            await tokens.ReadAsync().ConfigureAwait(false);
            for (; tokens.Type == JsonTokenType.PropertyName; await tokens.ReadAsync().ConfigureAwait(false))
            {
                bool isWanted = tokens.Name == step;
                await tokens.ReadAsync().ConfigureAwait(false);
                if (isWanted)
                    return;
                await tokens.SkipAsync().ConfigureAwait(false);
            }
        }
        else if (tokens.Type == JsonTokenType.StartArray && int.TryParse(step, out int index) && index >= 0)
        {
            await tokens.ReadAsync().ConfigureAwait(false);
            for (; tokens.Type != JsonTokenType.EndArray; await tokens.ReadAsync().ConfigureAwait(false))
            {
                if (index-- == 0)
                    return;
                await tokens.SkipAsync().ConfigureAwait(false);
            }
        }

        throw Failures.Reader($"'ItemsPointer' is '{pointer}', which leads nowhere: there is no '{step}'.");
    }
}
