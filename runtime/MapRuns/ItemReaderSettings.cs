using Compiled.Values;

namespace Compiled.MapRuns;

/// <summary>Where a Map Run reads its items: the evaluated <c>ItemReader</c>. FEATURES L-303 to L-311.</summary>
public sealed record ItemReaderSettings
{
    /// <summary>Whether a bucket's objects are listed (<c>s3:listObjectsV2</c>); otherwise one object is read (<c>s3:getObject</c>).</summary>
    public bool Lists { get; init; }

    /// <summary>The evaluated <c>Parameters</c> or <c>Arguments</c>: <c>{"Bucket", "Key"}</c>, or <c>{"Bucket", "Prefix"}</c> for a list.</summary>
    public JsonValue Arguments { get; init; }

    /// <summary><c>CSV</c>, <c>JSON</c>, <c>JSONL</c> or <c>MANIFEST</c>; null reads JSON.</summary>
    public string? InputType { get; init; }

    /// <summary>The names of the columns of CSV; null takes them from the first row.</summary>
    public string[]? CsvHeaders { get; init; }

    /// <summary>The character between the columns of CSV.</summary>
    public char CsvDelimiter { get; init; } = ',';

    /// <summary><c>ATHENA_DATA</c>: a list of data files. <c>S3_INVENTORY</c>, and null: the manifest of an inventory.</summary>
    public string? ManifestType { get; init; }

    /// <summary>Whether the listed objects are read too, and their items are those of the run.</summary>
    public bool LoadsAndFlattens { get; init; }

    /// <summary>Where in a JSON document the items are, a JSON pointer (RFC 6901); null for the whole.</summary>
    public string? ItemsPointer { get; init; }

    /// <summary>How many items are read at most; 0 for all.</summary>
    public int MaxItems { get; init; }
}
