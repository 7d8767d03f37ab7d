using Compiled.Language.Definition;
using Compiled.Language.Faults;
using Compiled.Language.Json;

namespace Compiled.Language.Binding;

/// <summary>Binds where and how a distributed Map writes its results. FEATURES L-315.</summary>
internal static class ResultWriterBinder
{
    public static void Bind(StateScope scope, MapState state)
    {
        if (scope.Fields.Object("ResultWriter") is { } node)
            (state.ResultWriter, state.Writer) = (node, Writer(scope, node));
    }

    private static ResultWriter Writer(StateScope scope, ObjectNode node)
    {
        FieldSet fields = scope.ReadSetting(node, Place.ResultWriter);
        StorageResource.Check(scope, fields, "putObject");
        bool hasPlace = fields.IsWritten("Parameters") || fields.IsWritten("Arguments") || fields.HasOtherLanguage;
        if (fields.IsWritten("Resource") && !hasPlace)
            scope.Report(FieldReader.Lacking(FieldFaults.MissingField, node, $"'{Places(scope)}' is missing; it says where 'Resource' writes"));
        FieldSet? config = fields.Object("WriterConfig") is { } written ? scope.Read(written, Place.WriterConfig) : null;
        return new ResultWriter
        {
            Exports = fields.IsWritten("Resource"),
            Arguments = fields.Template("Parameters") ?? fields.Template("Arguments"),
            Transformation = config?.Text("Transformation"),
            WritesLines = config?.Text("OutputType") == "JSONL",
        };
    }

    private static string Places(StateScope scope) => scope.Language == QueryLanguage.Jsonata ? "Arguments" : "Parameters";
}
