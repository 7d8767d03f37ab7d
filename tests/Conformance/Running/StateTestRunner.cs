using System.Text.Json;
using Compiled.Simulation;
using Compiled.Simulation.Matching;
using Compiled.Testing;
using Compiled.TestState;
using Conformance.Comparing;
using Conformance.Corpus;
using Conformance.Reporting;

namespace Conformance.Running;

/// <summary>Runs a <c>test_state</c> case: one state tested against the case's world, or a request that is refused.</summary>
internal static class StateTestRunner
{
    private static readonly DateTimeOffset s_start = new(2024, 6, 1, 12, 0, 0, TimeSpan.Zero);

    public static async Task<CaseResult> RunAsync(AslCase item, CancellationToken cancellationToken)
    {
        if (ClientsOwn(item) is { } unsupported)
            return unsupported;
        TaskSimulatorOptions world = new() { Substitutions = Words(item) };
        StateTester tester = new(new StateTesterOptions
        {
            TaskHandlers = TaskSimulator.Read(item.Tasks.ValueKind == JsonValueKind.Object ? item.Tasks : JsonElement.Parse("{}"), world),
            TimeProvider = new VirtualTimeProvider(item.Clock ?? s_start) { AutoAdvance = true },
            Seed = 1,
        });
        string? difference;
        try
        {
            StateTestResult result = await tester.TestAsync(Request(item), cancellationToken).ConfigureAwait(false);
            difference = StateTestComparer.Compare(item, result, Words(item));
        }
        catch (StateTestException refusal)
        {
            difference = StateTestComparer.Compare(item, refusal);
        }

        return new CaseResult(item.Id, difference is null ? Outcome.Pass : Outcome.Fail, difference ?? "", item.IsGating);
    }

    /// <summary>The result of a case of a client's own check, whose request never reaches the service; null for another.</summary>
    public static CaseResult? ClientsOwn(AslCase item) => item.Expect.TryGetProperty("error", out JsonElement code) && code.GetString() == "ParamValidation"
        ? new CaseResult(item.Id, Outcome.Unsupported, "'ParamValidation' is what the client of the recording said before it sent anything, so it is not run yet.", item.IsGating)
        : null;

    /// <summary>What the recording's placeholders stand for.</summary>
    public static Substitutions Words(AslCase item) => item.Substitutions.ValueKind == JsonValueKind.Object ? Substitutions.Read(item.Substitutions) : Substitutions.None;

    private static StateTestRequest Request(AslCase item)
    {
        JsonElement request = item.Request;
        return new StateTestRequest
        {
            Definition = item.DefinitionText,
            Input = item.Input,
            StateName = Text(request, "stateName"),
            RoleArn = Text(request, "roleArn"),
            InspectionLevel = Text(request, "inspectionLevel") is { } level ? Enum.Parse<InspectionLevel>(level, ignoreCase: true) : default,
            RevealSecrets = request.TryGetProperty("revealSecrets", out JsonElement reveals) && reveals.GetBoolean(),
            Variables = Json(request, "variables"),
            Context = Json(request, "context"),
            Mock = request.TryGetProperty("mock", out JsonElement mock) ? Mock(mock) : null,
            Configuration = request.TryGetProperty("stateConfiguration", out JsonElement configuration) ? Configuration(configuration) : null,
        };
    }

    private static StateTestMock Mock(JsonElement mock) => new()
    {
        Result = Text(mock, "result"),
        ErrorOutput = mock.TryGetProperty("errorOutput", out JsonElement error) ? new StateTestError(Text(error, "error"), Text(error, "cause")) : null,
        FieldValidationMode = Text(mock, "fieldValidationMode") is { } mode ? Enum.Parse<FieldValidationMode>(mode, ignoreCase: true) : default,
    };

    private static StateTestConfiguration Configuration(JsonElement configuration) => new()
    {
        RetrierRetryCount = configuration.TryGetProperty("retrierRetryCount", out JsonElement retries) ? retries.GetInt32() : 0,
        ErrorCausedByState = Text(configuration, "errorCausedByState"),
        MapIterationFailureCount = configuration.TryGetProperty("mapIterationFailureCount", out JsonElement failures) ? failures.GetInt32() : null,
        MapItemReaderData = Text(configuration, "mapItemReaderData"),
    };

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out JsonElement text) ? text.GetString() : null;

    // The recordings hold texts of JSON as the JSON that they are.
    internal static string? Json(JsonElement json, string name) =>
        !json.TryGetProperty(name, out JsonElement value) ? null : value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText();
}
