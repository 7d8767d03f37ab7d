using System.Text;
using System.Text.Json;
using Compiled;
using Compiled.Testing;
using Compiled.TestState;
using Compiled.Values;
using JsonProperty = Compiled.Values.JsonProperty;

namespace TestState.Tests;

/// <summary>Tests states in one line, on virtual time, and shows answers as one line of JSON.</summary>
internal static class Tested
{
    public const string Role = "arn:aws:iam::123456789012:role/tester";

    public static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static Task<StateTestResult> RunAsync(StateTestRequest request, ITaskHandler? handler = null) =>
        new StateTester(new StateTesterOptions { TaskHandlers = handler, TimeProvider = new VirtualTimeProvider(Start) { AutoAdvance = true }, Seed = 7 }).TestAsync(request);

    public static Task<StateTestResult> RunAsync(string definition, string input = "{}", string? mock = null, string? stateName = null, InspectionLevel level = InspectionLevel.Info) =>
        RunAsync(new StateTestRequest { Definition = definition, Input = input, StateName = stateName, InspectionLevel = level, Mock = mock is null ? null : new StateTestMock { Result = mock } });

    public static async Task<string> RefusalAsync(StateTestRequest request)
    {
        StateTestException refused = await Assert.ThrowsAsync<StateTestException>(() => RunAsync(request));
        return $"{refused.Code}: {refused.Message}";
    }

    /// <summary>Status, output, error, cause and next state, those that there are.</summary>
    public static string Show(StateTestResult result)
    {
        string[] parts = [result.StatusName, result.Output.IsMissing ? "" : result.Output.ToString(), result.Error ?? "", result.Cause ?? "", result.NextState is { } next ? "-> " + next : ""];
        return string.Join(' ', parts.Where(static part => part.Length > 0));
    }

    /// <summary>The inspection data as AWS writes it, but with the JSON that its texts hold.</summary>
    public static string ShowInspection(StateTestResult result)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream))
            result.InspectionData!.WriteTo(writer);
        JsonValue written = JsonValue.Parse(stream.ToArray());
        List<JsonProperty> members = [];
        for (MemberEnumerator each = written.Members(); each.MoveNext();)
        {
            JsonValue value = each.Current.Value;
            members.Add(new JsonProperty(each.Current.Key, value.IsString ? JsonValue.Parse(Encoding.UTF8.GetBytes(value.AsString())) : value));
        }

        return JsonValue.ObjectOf([.. members]).ToString();
    }
}
