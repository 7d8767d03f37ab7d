using System.Collections.Generic;
using System.Linq;
using Compiled.Language.Binding;

namespace Compiled.Generator.Emit.States;

/// <summary>The C# that makes the settings of a Map Run: what the definition says, and names of locals for what is evaluated.</summary>
internal sealed class MapRunSettingsText(FlowEmitter flow, MapState state)
{
    public string Items { get; set; } = "default";

    public string MaxConcurrency { get; set; } = "0";

    public string? ToleratedFailureCount { get; set; } = state.ToleratedFailureCount is { } count ? CSharp.Number(count) : null;

    public string? ToleratedFailurePercentage { get; set; } = state.ToleratedFailurePercentage is { } percentage ? CSharp.Number(percentage) : null;

    public string? Refusal { get; set; }

    public string? ReaderArguments { get; set; }

    public string? MaxItems { get; set; } = state.Reader?.MaxItems is > 0 and { } most ? CSharp.Number(most) : null;

    public string? MaxItemsPerBatch { get; set; } = state.Batcher?.MaxItems is { } most ? CSharp.Number(most) : null;

    public string? MaxBytesPerBatch { get; set; } = state.Batcher?.MaxBytes is { } most ? CSharp.Number(most) : null;

    public string? BatchInput { get; set; }

    public string? WriterArguments { get; set; }

    public void WriteReturn()
    {
        if (ToleratedFailureCount is { } count)
            flow.Inspection.Saw("ToleratedFailureCount", count);
        if (ToleratedFailurePercentage is { } percentage)
            flow.Inspection.Saw("ToleratedFailurePercentage", percentage);
        flow.Code.Line($"return StartMapRun({state.Index}, new MapRunSettings").Open();
        Line("Items", Items == "default" ? null : Items);
        Line("Reader", state.Reader is { } reader ? Reader(reader) : null);
        Line("Batcher", state.Batcher is null ? null : New("ItemBatcherSettings", ("MaxItems", MaxItemsPerBatch), ("MaxBytes", MaxBytesPerBatch), ("BatchInput", BatchInput)));
        Line("Writer", state.Writer is { } writer ? Writer(writer) : null);
        Line("MaxConcurrency", MaxConcurrency == "0" ? null : MaxConcurrency);
        Line("ToleratedFailureCount", ToleratedFailureCount);
        Line("ToleratedFailurePercentage", ToleratedFailurePercentage);
        Line("Selects", state.ItemSelector is null ? null : "true");
        Line("Refusal", Refusal);
        flow.Code.Close(");");
    }

    private void Line(string property, string? value)
    {
        if (value is not null)
            flow.Code.Line($"{property} = {value},");
    }

    private string Reader(ItemReader reader)
    {
        // L-305: FIRST_ROW takes the names from the text, whatever else is written.
        string? headers = reader.CsvHeaderLocation == "GIVEN" ? $"[{string.Join(", ", reader.CsvHeaders.Select(CSharp.Text))}]" : null;
        return New(
            "ItemReaderSettings",
            ("Lists", reader.Lists ? "true" : null), ("Arguments", ReaderArguments), ("InputType", Text(reader.InputType)), ("CsvHeaders", headers),
            ("CsvDelimiter", reader.CsvDelimiter == ',' ? null : reader.CsvDelimiter == '\t' ? "'\\t'" : $"'{reader.CsvDelimiter}'"),
            ("ManifestType", Text(reader.ManifestType)), ("LoadsAndFlattens", reader.LoadsAndFlattens ? "true" : null),
            ("ItemsPointer", Text(reader.ItemsPointer)), ("MaxItems", MaxItems));
    }

    private string Writer(ResultWriter writer)
    {
        // AWS, "ResultWriter": what is exported is described in full unless said, what is not is the outputs.
        string transformation = writer.Transformation switch
        {
            "NONE" => "None",
            "FLATTEN" => "Flatten",
            "COMPACT" => "Compact",
            _ => writer.Exports ? "None" : "Compact",
        };
        return New(
            "ResultWriterSettings",
            ("Exports", writer.Exports ? "true" : null), ("Arguments", WriterArguments), ("Transformation", "ResultTransformation." + transformation),
            ("WritesLines", writer.WritesLines ? "true" : null));
    }

    private static string? Text(string? text) => text is null ? null : CSharp.Text(text);

    private static string New(string type, params (string Property, string? Value)[] properties)
    {
        IEnumerable<string> written = properties.Where(property => property.Value is not null).Select(property => $"{property.Property} = {property.Value}");
        return $"new {type} {{ {string.Join(", ", written)} }}";
    }
}
