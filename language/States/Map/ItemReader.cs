using Compiled.Language.Expressions;

namespace Compiled.Language.Binding;

/// <summary>Where a distributed Map reads its items. FEATURES L-303 to L-311.</summary>
public sealed class ItemReader
{
    internal ItemReader()
    {
    }

    /// <summary>Whether a bucket's objects are listed (<c>s3:listObjectsV2</c>); otherwise one object is read (<c>s3:getObject</c>).</summary>
    public bool Lists { get; internal set; }

    /// <summary>Bucket and Key or Prefix: <c>Parameters</c>, in JSONata <c>Arguments</c>; null where neither is written.</summary>
    public Template? Arguments { get; internal set; }

    /// <summary><c>CSV</c>, <c>JSON</c>, <c>JSONL</c>, <c>PARQUET</c> or <c>MANIFEST</c>; null where it is not written.</summary>
    public string? InputType { get; internal set; }

    /// <summary><c>FIRST_ROW</c> or <c>GIVEN</c>; null where it is not written.</summary>
    public string? CsvHeaderLocation { get; internal set; }

    /// <summary>The names of the columns, where they are given.</summary>
    public IReadOnlyList<string> CsvHeaders { get; internal set; } = [];

    /// <summary>The character between columns; a comma unless written.</summary>
    public char CsvDelimiter { get; internal set; } = ',';

    /// <summary><c>ATHENA_DATA</c> or <c>S3_INVENTORY</c>; null where it is not written.</summary>
    public string? ManifestType { get; internal set; }

    /// <summary>Whether the listed objects are read too, and their items are those of the Map (<c>LOAD_AND_FLATTEN</c>).</summary>
    public bool LoadsAndFlattens { get; internal set; }

    /// <summary>Where in a JSON object the items are, a JSON pointer; null for the whole.</summary>
    public string? ItemsPointer { get; internal set; }

    /// <summary>How many items are read at most; 0 and null mean all.</summary>
    public int? MaxItems { get; internal set; }

    /// <summary>Where that number is read from. JSONPath only.</summary>
    public PathExpression? MaxItemsPath { get; internal set; }

    /// <summary>The expression that gives that number. JSONata only.</summary>
    public JsonataText? MaxItemsExpression { get; internal set; }
}
