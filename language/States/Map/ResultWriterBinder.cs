using Compiled.Language.Definition;
using Compiled.Language.Faults;
using Compiled.Language.Json;

namespace Compiled.Language.Binding;

/// <summary>Checks where a distributed Map writes its results. FEATURES L-315.</summary>
internal static class ResultWriterBinder
{
    /// <summary>The ResultWriter as written; null where it is absent.</summary>
    public static ObjectNode? Check(StateScope scope)
    {
        if (scope.Fields.Object("ResultWriter") is not { } node)
            return null;
        FieldSet fields = scope.ReadSetting(node, Place.ResultWriter);
        StorageResource.Check(scope, fields, "putObject");
        bool hasPlace = fields.IsWritten("Parameters") || fields.IsWritten("Arguments") || fields.HasOtherLanguage;
        if (fields.IsWritten("Resource") && !hasPlace)
            scope.Report(FieldReader.Lacking(FieldFaults.MissingField, node, $"'{Places(scope)}' is missing; it says where 'Resource' writes"));
        if (fields.Object("WriterConfig") is { } config)
            scope.Read(config, Place.WriterConfig);
        return node;
    }

    private static string Places(StateScope scope) => scope.Language == QueryLanguage.Jsonata ? "Arguments" : "Parameters";
}
