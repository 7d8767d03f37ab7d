using System.Text.Json;
using Compiled.Language.Binding;
using Compiled.Language.Faults;

namespace Compiled.Language.Tests.Binding;

/// <summary>definitions/faulty.json: each fault expected is found, and nothing is refused that others accept.</summary>
public sealed class FaultyCorpusTests
{
    // Judged by the rules, on the whole machine.
    private static readonly HashSet<string> s_rules = ["jsonata-undefined-variable"];

    [CorpusFact]
    public void Bind_EachFaultyDefinition_FindsTheFaultsExpected()
    {
        var missing = new List<string>();
        int found = 0;
        foreach (JsonElement definition in Cases())
        {
            IReadOnlyList<Fault> faults = Bind(definition).Faults;
            foreach (JsonElement expected in definition.GetProperty("faults").EnumerateArray().Where(IsOurs))
            {
                if (faults.Any(fault => Matches(fault, expected)))
                    found++;
                else
                    missing.Add($"{Id(definition)}: {expected.GetProperty("kind")} at {expected.GetProperty("pointer")}; found {string.Join(" | ", faults)}");
            }
        }
        Assert.True(missing.Count == 0, string.Join("\n", missing));
        Assert.True(found >= 200, $"{found} faults found");
    }

    [CorpusFact]
    public void Bind_EachDefinition_ReportsNoErrorThatIsNotExpected()
    {
        var superfluous = new List<string>();
        foreach (JsonElement definition in Cases())
        {
            foreach (Fault fault in Bind(definition).Faults.Where(fault => fault.Severity == Severity.Error))
            {
                bool isExpected = definition.GetProperty("faults").EnumerateArray().Any(expected => Matches(fault, expected));
                if (!isExpected && !IsTolerated(definition, fault))
                    superfluous.Add($"{Id(definition)}: {fault}");
            }
        }
        Assert.True(superfluous.Count == 0, string.Join("\n", superfluous));
    }

    [CorpusFact]
    public void Bind_EachDefinition_AgreesOnWhetherItIsValid()
    {
        var wrong = new List<string>();
        foreach (JsonElement definition in Cases())
        {
            bool isValid = definition.GetProperty("valid").GetBoolean();
            bool hasOurs = definition.GetProperty("faults").EnumerateArray().Any(fault => IsOurs(fault) && fault.GetProperty("severity").GetString() == "error");
            BoundMachine bound = Bind(definition);
            bool hasTolerated = bound.Faults.Any(fault => fault.Severity == Severity.Error && IsTolerated(definition, fault));
            if ((bound.Machine is not null) != (isValid || !hasOurs) && !hasTolerated)
                wrong.Add($"{Id(definition)}: {string.Join(" | ", bound.Faults)}");
        }
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    private static IEnumerable<JsonElement> Cases()
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Path.Combine(SharedFolder.Conformance!, "definitions", "faulty.json")));
        return [.. document.RootElement.GetProperty("cases").EnumerateArray().Select(definition => definition.Clone())];
    }

    private static BoundMachine Bind(JsonElement definition) => MachineBinder.Bind(
        definition.GetProperty("definition_text").GetString()!,
        definition.GetProperty("machine_type").GetString() == "EXPRESS" ? MachineType.Express : MachineType.Standard);

    private static string Id(JsonElement definition) => definition.GetProperty("id").GetString()!;

    private static bool IsOurs(JsonElement fault) =>
        !s_rules.Contains(fault.GetProperty("kind").GetString()!)
        && !(fault.TryGetProperty("optional", out JsonElement optional) && optional.GetBoolean());

    private static bool IsTolerated(JsonElement definition, Fault fault) =>
        definition.GetProperty("tolerated").EnumerateArray().Any(kind => kind.GetString() == fault.Kind);

    // The rule of the corpus: the same kind, at the same pointer or at one above or below it.
    private static bool Matches(Fault fault, JsonElement expected)
    {
        IEnumerable<string?> kinds = [expected.GetProperty("kind").GetString(), .. Strings(expected, "alt_kinds")];
        IEnumerable<string?> pointers = [expected.GetProperty("pointer").GetString(), .. Strings(expected, "pointers_ok")];
        return kinds.Contains(fault.Kind)
            && pointers.Any(pointer => fault.Pointer.StartsWith(pointer!, StringComparison.Ordinal) || pointer!.StartsWith(fault.Pointer, StringComparison.Ordinal));
    }

    private static IEnumerable<string?> Strings(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Select(item => item.GetString())
            : [];
}
