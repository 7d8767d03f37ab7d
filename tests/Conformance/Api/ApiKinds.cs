using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Comparing;
using Conformance.Corpus;
using Conformance.Reporting;
using Conformance.Running;

namespace Conformance.Api;

/// <summary>The kinds of cases that are one call or two: what validates a definition, which variables its states read, and tests of a state.</summary>
internal static class ApiKinds
{
    /// <summary>Creation is refused in AWS's words, or ValidateStateMachineDefinition finds what AWS's found.</summary>
    public static async Task<CaseResult> ValidateAsync(AslCase item, ApiSession session)
    {
        if (item.Expect.TryGetProperty("error", out JsonElement error) && error.GetString() != "InvalidDefinition")
            return new CaseResult(item.Id, Outcome.Unsupported, $"'{error.GetString()}' is about a request that the case doesn't hold; requests are not run yet.", item.IsGating);
        if (item.Expect.TryGetProperty("cause", out JsonElement cause))
        {
            (_, JsonElement refusal) = await session.SendAsync("CreateStateMachine", session.Creation(null)).ConfigureAwait(false);
            string code = ApiAnswers.Text(refusal, "__type")?.Split('#')[^1] ?? "no error";
            return Judge(item, $"InvalidDefinition {item.WithoutPlaceholders(cause.GetString()!)}", $"{code} {ApiAnswers.Text(refusal, "message")}");
        }

        JsonElement found = await session.CallAsync("ValidateStateMachineDefinition", new JsonObject { ["definition"] = item.DefinitionText, ["type"] = item.MachineType }).ConfigureAwait(false);
        return Judge(item, Show(item.Expect), Show(found));
    }

    /// <summary>DescribeStateMachine lists the variables that each state reads.</summary>
    public static async Task<CaseResult> DescribeAsync(AslCase item, ApiSession session)
    {
        JsonElement created = await session.CallAsync("CreateStateMachine", session.Creation(null)).ConfigureAwait(false);
        JsonElement described = await session.CallAsync("DescribeStateMachine", new JsonObject { ["stateMachineArn"] = ApiAnswers.Text(created, "stateMachineArn") }).ConfigureAwait(false);
        return Judge(item, References(item.Expect.GetProperty("variable_references")), described.TryGetProperty("variableReferences", out JsonElement references) ? References(references) : "");
    }

    /// <summary>TestState comes to what AWS's came to, or is refused as by AWS.</summary>
    public static async Task<CaseResult> TestAsync(AslCase item, ApiSession session)
    {
        if (StateTestRunner.ClientsOwn(item) is { } unsupported)
            return unsupported;
        JsonObject request = JsonObject.Create(item.Request.Clone())!;
        (request["definition"], request["input"]) = (item.DefinitionText, item.Input);
        foreach (string text in (string[])["variables", "context"])
            request[text] = StateTestRunner.Json(item.Request, text);
        (bool isRefused, JsonElement answer) = await session.SendAsync("TestState", request).ConfigureAwait(false);
        string? difference = isRefused
            ? StateTestComparer.CompareRefusal(item, ApiAnswers.Text(answer, "__type")?.Split('#')[^1], ApiAnswers.Text(answer, "message"))
            : StateTestComparer.Compare(item, new StateTestAnswer
            {
                Status = ApiAnswers.Text(answer, "status")!,
                Error = ApiAnswers.Text(answer, "error"),
                Cause = ApiAnswers.Text(answer, "cause"),
                NextState = ApiAnswers.Text(answer, "nextState"),
                Output = ApiAnswers.Text(answer, "output") is { } output ? JsonElement.Parse(output) : null,
                InspectionData = answer.TryGetProperty("inspectionData", out JsonElement data) ? data : null,
            }, StateTestRunner.Words(item));
        return new CaseResult(item.Id, difference is null ? Outcome.Pass : Outcome.Fail, difference ?? "", item.IsGating);
    }

    private static CaseResult Judge(AslCase item, string expected, string actual) => expected == actual
        ? new CaseResult(item.Id, Outcome.Pass, IsGating: item.IsGating)
        : new CaseResult(item.Id, Outcome.Fail, $"expected {expected}, got {actual}", item.IsGating);

    private static string Show(JsonElement validation) => $"{ApiAnswers.Text(validation, "result")} {validation.GetProperty("truncated").GetBoolean()} " + string.Join(", ", validation.GetProperty("diagnostics").EnumerateArray()
        .Select(static item => $"{ApiAnswers.Text(item, "severity")} {ApiAnswers.Text(item, "code")} {ApiAnswers.Text(item, "message")} {ApiAnswers.Text(item, "location")}"));

    private static string References(JsonElement states) => string.Join("; ", states.EnumerateObject()
        .Select(static state => $"{state.Name}: {string.Join(", ", state.Value.EnumerateArray().Select(static name => name.GetString()).Order(StringComparer.Ordinal))}").Order(StringComparer.Ordinal));
}
