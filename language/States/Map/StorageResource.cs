using Compiled.Language.Definition;
using Compiled.Language.Expressions;
using Compiled.Language.Faults;
using Compiled.Language.Json;

namespace Compiled.Language.Binding;

/// <summary>Checks the Resource of an ItemReader or ResultWriter: S3 and nothing else. FEATURES L-303, L-315.</summary>
internal static class StorageResource
{
    public static void Check(StateScope scope, FieldSet fields, params string[] actions)
    {
        if (fields.String("Resource") is not { } resource || Placeholders.Contains(resource.Value))
            return;
        string[] parts = resource.Value.Split(':');
        bool isKnown = parts.Length == 7 && parts[0] == "arn" && parts[1].Length > 0 && parts[2] == "states" && parts[5] == "s3" && actions.Contains(parts[6]);
        if (isKnown)
            return;
        string expected = string.Join(" or ", actions.Select(action => $"'arn:aws:states:::s3:{action}'"));
        scope.Report(TaskFaults.BadResource.At(resource, $"'Resource' is '{resource.Value}'; expected {expected}"));
    }
}
