using System.Text.Json;

namespace Cli.Tests;

/// <summary>
/// What OASIS SARIF 2.1.0 requires of the objects that <c>lint</c> writes: properties that have to be there, allowed values, and no property that the
/// object does not have. By hand from the specification's sections, which are named.
/// </summary>
internal static class SarifStructure
{
    private static readonly string[] s_levels = ["none", "note", "warning", "error"];

    public static void Check(JsonElement log)
    {
        // 3.13: sarifLog.
        Members(log, required: ["version", "runs"], optional: ["$schema", "inlineExternalProperties", "properties"]);
        Assert.Equal("2.1.0", log.GetProperty("version").GetString());
        Assert.Equal(1, log.GetProperty("runs").GetArrayLength());
        JsonElement run = log.GetProperty("runs")[0];
        // 3.14: run. Results have to be there where the tool looked for some.
        Members(run, required: ["tool", "results"], optional: ["invocations", "originalUriBaseIds", "columnKind"]);
        Assert.Equal("utf16CodeUnits", run.GetProperty("columnKind").GetString());
        JsonElement[] rules = Rules(run.GetProperty("tool"));
        Invocations(run.GetProperty("invocations"));
        string[] bases = [.. run.GetProperty("originalUriBaseIds").EnumerateObject().Select(static item => item.Name)];
        foreach (JsonElement result in run.GetProperty("results").EnumerateArray()) Result(result, rules, bases);
    }

    private static JsonElement[] Rules(JsonElement tool)
    {
        // 3.18: tool; 3.19: toolComponent.
        Members(tool, required: ["driver"], optional: ["extensions"]);
        JsonElement driver = tool.GetProperty("driver");
        Members(driver, required: ["name"], optional: ["semanticVersion", "version", "informationUri", "rules"]);
        Assert.NotEmpty(driver.GetProperty("name").GetString()!);
        Assert.Matches(@"^\d+\.\d+\.\d+$", driver.GetProperty("semanticVersion").GetString());
        JsonElement[] rules = [.. driver.GetProperty("rules").EnumerateArray()];
        foreach (JsonElement rule in rules)
        {
            // 3.49: reportingDescriptor.
            Members(rule, required: ["id"], optional: ["name", "shortDescription", "fullDescription", "helpUri", "help", "defaultConfiguration"]);
            foreach (string text in new[] { "shortDescription", "fullDescription", "help" }) Message(rule.GetProperty(text));
            if (rule.TryGetProperty("helpUri", out JsonElement help)) Assert.True(Uri.IsWellFormedUriString(help.GetString(), UriKind.Absolute));
            Assert.Contains(rule.GetProperty("defaultConfiguration").GetProperty("level").GetString(), s_levels);
        }

        // 3.19.23: no two alike.
        Assert.Equal(rules.Length, rules.DistinctBy(static rule => rule.GetProperty("id").GetString()).Count());
        return rules;
    }

    private static void Invocations(JsonElement invocations)
    {
        foreach (JsonElement invocation in invocations.EnumerateArray())
        {
            // 3.20: invocation; 3.58: notification.
            Members(invocation, required: ["executionSuccessful"], optional: ["toolExecutionNotifications"]);
            Assert.Contains(invocation.GetProperty("executionSuccessful").ValueKind, new[] { JsonValueKind.True, JsonValueKind.False });
            foreach (JsonElement notification in invocation.GetProperty("toolExecutionNotifications").EnumerateArray())
            {
                Members(notification, required: ["message"], optional: ["level"]);
                Message(notification.GetProperty("message"));
                Assert.Contains(notification.GetProperty("level").GetString(), s_levels);
            }
        }
    }

    private static void Result(JsonElement result, JsonElement[] rules, string[] bases)
    {
        // 3.27: result; 3.27.7: the rule at ruleIndex has the id that ruleId says.
        Members(result, required: ["message"], optional: ["ruleId", "ruleIndex", "level", "locations"]);
        Message(result.GetProperty("message"));
        Assert.Equal(rules[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString(), result.GetProperty("ruleId").GetString());
        Assert.Contains(result.GetProperty("level").GetString(), s_levels);
        JsonElement location = Assert.Single(result.GetProperty("locations").EnumerateArray());
        // 3.28: location; 3.29: physicalLocation; 3.33: logicalLocation.
        Members(location, required: ["physicalLocation"], optional: ["logicalLocations"]);
        Members(location.GetProperty("physicalLocation"), required: ["artifactLocation"], optional: ["region"]);
        foreach (JsonElement logical in location.GetProperty("logicalLocations").EnumerateArray()) Members(logical, required: ["fullyQualifiedName"], optional: []);
        Artifact(location.GetProperty("physicalLocation").GetProperty("artifactLocation"), bases);
        Region(location.GetProperty("physicalLocation").GetProperty("region"));
    }

    private static void Artifact(JsonElement artifact, string[] bases)
    {
        // 3.4: an RFC 3986 reference; with a base it is relative, and the base is one that the run has.
        Members(artifact, required: ["uri"], optional: ["uriBaseId"]);
        string uri = artifact.GetProperty("uri").GetString()!;
        Assert.True(Uri.IsWellFormedUriString(uri, UriKind.RelativeOrAbsolute), uri);
        Assert.DoesNotContain('\\', uri);
        if (!artifact.TryGetProperty("uriBaseId", out JsonElement of)) return;
        Assert.Contains(of.GetString(), bases);
        Assert.True(Uri.TryCreate(uri, UriKind.Relative, out _), uri);
        Assert.DoesNotContain("..", uri.Split('/'));
        Assert.False(uri.StartsWith('/'), uri);
    }

    private static void Region(JsonElement region)
    {
        // 3.30: from 1, the end not before the start.
        Members(region, required: ["startLine", "startColumn", "endLine", "endColumn"], optional: []);
        (int Line, int Column) start = (region.GetProperty("startLine").GetInt32(), region.GetProperty("startColumn").GetInt32());
        (int Line, int Column) end = (region.GetProperty("endLine").GetInt32(), region.GetProperty("endColumn").GetInt32());
        Assert.True(start is { Line: >= 1, Column: >= 1 } && start.CompareTo(end) <= 0, $"{start} to {end}");
    }

    // 3.11 and 3.12: text is needed and not empty; markdown only beside it.
    private static void Message(JsonElement message)
    {
        Members(message, required: ["text"], optional: ["markdown"]);
        Assert.NotEmpty(message.GetProperty("text").GetString()!);
    }

    private static void Members(JsonElement value, string[] required, string[] optional)
    {
        string[] names = [.. value.EnumerateObject().Select(static member => member.Name)];
        Assert.Equal(names.Length, names.Distinct().Count());
        Assert.Empty(required.Except(names));
        Assert.Empty(names.Except(required).Except(optional));
    }
}
