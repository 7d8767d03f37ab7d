using System.Runtime.CompilerServices;
using System.Text;
using Compiled.Values;

namespace Compiled.MapRuns.Readers;

/// <summary>The rows of delimited text as objects of strings. FEATURES L-305, L-306.</summary>
internal static class CsvItems
{
    /// <param name="stream">UTF-8 text, with or without its mark.</param>
    /// <param name="headers">The columns' names; null takes them from the first row.</param>
    /// <param name="delimiter">The character between columns.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public static async IAsyncEnumerable<JsonValue> ReadAsync(
        Stream stream, string[]? headers, char delimiter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Key[]? columns = headers is null ? null : Columns(headers);
        CsvRows rows = new(stream, delimiter);
        List<string> row = [];
        while (await rows.ReadAsync(row, cancellationToken).ConfigureAwait(false))
        {
            if (columns is null)
                columns = Columns(row);
            else
                yield return Item(columns, row);
        }
    }

    private static Key[] Columns(IReadOnlyCollection<string> headers)
        => headers.Distinct(StringComparer.Ordinal).Count() == headers.Count
            ? [.. headers.Select(Key.Of)]
            : throw Failures.Reader("CSV headers cannot contain duplicates.");

    // L-305: a short row is filled up with empty texts, columns without a name are dropped.
    private static JsonValue Item(Key[] columns, List<string> row)
    {
        JsonProperty[] members = new JsonProperty[columns.Length];
        for (int i = 0; i < columns.Length; i++)
            members[i] = new JsonProperty(columns[i], i < row.Count ? row[i] : "");
        return JsonValue.ObjectOf(members);
    }
}
