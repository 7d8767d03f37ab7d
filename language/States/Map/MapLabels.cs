using System.Globalization;
using Compiled.Language.Faults;
using Compiled.Language.Json;

namespace Compiled.Language.Binding;

/// <summary>Checks the Label of a Map. FEATURES L-301.</summary>
internal static class MapLabels
{
    private const int LongestLabel = 40;

    private const string Forbidden = "?*<>{}[]:;,\\|^~$#%&`\"";

    public static void Check(StateScope scope)
    {
        if (scope.Fields.String("Label") is not { } label)
            return;
        if (FaultOf(label.Value) is { } fault)
            scope.Report(MapFaults.BadLabel.At(label, fault));
        else if (scope.Context.Labels.TryGetValue(label.Value, out StringNode? first))
            scope.Report(MapFaults.DuplicateLabel.At(label, $"'Label' is '{label.Value}', which '{first.Pointer}' is too; labels are unique in the machine"));
        else
            scope.Context.Labels.Add(label.Value, label);
    }

    private static string? FaultOf(string label)
    {
        if (label.Length == 0)
            return $"'Label' is empty; expected 1 to {Number(LongestLabel)} characters";
        if (label.Length > LongestLabel)
            return $"'Label' has {Number(label.Length)} characters; at most {Number(LongestLabel)} are allowed";
        foreach (char c in label)
        {
            if (char.IsWhiteSpace(c) || char.IsControl(c))
                return "'Label' holds a blank or control character, which is not allowed there";
            if (Forbidden.IndexOf(c) >= 0)
                return $"'Label' is '{label}'; '{c}' is not allowed there";
        }
        return null;
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
