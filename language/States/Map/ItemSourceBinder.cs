using Compiled.Language.Definition;
using Compiled.Language.Json;

namespace Compiled.Language.Binding;

/// <summary>Binds where a distributed Map reads its items and how it groups them. FEATURES L-303 to L-312.</summary>
internal static class ItemSourceBinder
{
    public static void Bind(StateScope scope, MapState state)
    {
        if (scope.Fields.Object("ItemReader") is { } reader)
            (state.ItemReader, state.Reader) = (reader, Reader(scope, reader));
        if (scope.Fields.Object("ItemBatcher") is { } batcher)
            (state.ItemBatcher, state.Batcher) = (batcher, Batcher(scope.ReadSetting(batcher, Place.ItemBatcher)));
    }

    private static ItemReader Reader(StateScope scope, ObjectNode node)
    {
        FieldSet fields = scope.ReadSetting(node, Place.ItemReader);
        StorageResource.Check(scope, fields, "getObject", "listObjectsV2");
        var reader = new ItemReader
        {
            Lists = fields.Text("Resource")?.EndsWith(":listObjectsV2", StringComparison.Ordinal) == true,
            Arguments = fields.Template("Parameters") ?? fields.Template("Arguments"),
        };
        if (fields.Object("ReaderConfig") is { } config)
            Configure(reader, scope.ReadSetting(config, Place.ReaderConfig));
        return reader;
    }

    private static void Configure(ItemReader reader, FieldSet fields)
    {
        reader.InputType = fields.Text("InputType");
        reader.CsvHeaderLocation = fields.Text("CSVHeaderLocation");
        reader.CsvHeaders = [.. fields.Items("CSVHeaders").OfType<StringNode>().Select(header => header.Value)];
        reader.CsvDelimiter = fields.Text("CSVDelimiter") switch
        {
            "PIPE" => '|',
            "SEMICOLON" => ';',
            "SPACE" => ' ',
            "TAB" => '\t',
            _ => ',',
        };
        reader.ManifestType = fields.Text("ManifestType");
        reader.LoadsAndFlattens = fields.Text("Transformation") == "LOAD_AND_FLATTEN";
        reader.ItemsPointer = fields.Text("ItemsPointer");
        reader.MaxItems = fields.Integer("MaxItems");
        reader.MaxItemsPath = fields.Path("MaxItemsPath");
        reader.MaxItemsExpression = fields.Expression("MaxItems");
    }

    private static ItemBatcher Batcher(FieldSet fields) => new()
    {
        MaxItems = fields.Integer("MaxItemsPerBatch"),
        MaxItemsPath = fields.Path("MaxItemsPerBatchPath"),
        MaxItemsExpression = fields.Expression("MaxItemsPerBatch"),
        MaxBytes = fields.Integer("MaxInputBytesPerBatch"),
        MaxBytesPath = fields.Path("MaxInputBytesPerBatchPath"),
        MaxBytesExpression = fields.Expression("MaxInputBytesPerBatch"),
        BatchInput = fields.Template("BatchInput"),
    };
}
