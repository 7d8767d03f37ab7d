using Compiled.Server.Protocol;
using Compiled.Validation;

namespace Compiled.Server.Operations;

/// <summary>Tells what is wrong with a definition, without making a machine of it. FEATURES P-041.</summary>
internal sealed class ValidateStateMachineDefinition : IOperation
{
    private const int MostDiagnostics = 100;

    public ValueTask HandleAsync(ApiCall call)
    {
        ApiRequest request = call.Request;
        string definition = request.RequiredText("definition", 1, 1_048_576);
        string type = request.Word("type", "STANDARD", "EXPRESS") ?? "STANDARD", severity = request.Word("severity", "ERROR", "WARNING") ?? "ERROR";
        long? most = request.Integer("maxResults", 0, MostDiagnostics);
        request.Check();
        IReadOnlyList<ValidationDiagnostic> found = DefinitionValidator.Validate(
            definition, type == "EXPRESS" ? Language.Binding.MachineType.Express : Language.Binding.MachineType.Standard, includeWarnings: severity == "WARNING");
        int count = most is null or 0 ? MostDiagnostics : (int)most.Value;

        call.Writer.WriteString("result", found.Any(static diagnostic => diagnostic.Severity == "ERROR") ? "FAIL" : "OK");
        call.Writer.WriteStartArray("diagnostics");
        foreach (ValidationDiagnostic diagnostic in found.Take(count))
        {
            call.Writer.WriteStartObject();
            call.Writer.WriteString("severity", diagnostic.Severity);
            call.Writer.WriteString("code", diagnostic.Code);
            call.Writer.WriteString("message", diagnostic.Message);
            call.Writer.WriteOptional("location", diagnostic.Location);
            call.Writer.WriteEndObject();
        }

        call.Writer.WriteEndArray();
        call.Writer.WriteBoolean("truncated", found.Count > count);
        return ValueTask.CompletedTask;
    }
}
