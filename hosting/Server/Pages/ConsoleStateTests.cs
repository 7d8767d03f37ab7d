using System.Text.Json;
using System.Text.Json.Nodes;
using Compiled.Server.Protocol;
using Compiled.WebConsole;

namespace Compiled.Server.Pages;

/// <summary>Single states tried from the console, by the API's TestState.</summary>
internal sealed class ConsoleStateTests(StepFunctionsServer server) : IConsoleStateTests
{
    private readonly LocalCalls _calls = new(new OperationTable(server), server.Options);

    public async ValueTask<ConsoleStateTestResult> TestAsync(ConsoleStateTest test, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(test);
        JsonObject request = new() { ["definition"] = test.Definition, ["stateName"] = test.StateName, ["input"] = test.Input, ["inspectionLevel"] = test.InspectionLevel };
        Put(request, "roleArn", test.RoleArn);
        Put(request, "variables", test.Variables);
        Put(request, "context", test.Context);
        if (test.RevealsSecrets)
            request["revealSecrets"] = true;
        if (MockOf(test) is { } mock)
            request["mock"] = mock;
        if (ConfigurationOf(test) is { Count: > 0 } configuration)
            request["stateConfiguration"] = configuration;
        JsonElement result = await ConsoleCalls.CallAsync(_calls, nameof(Operations.TestState), request, cancellationToken).ConfigureAwait(false);
        return new ConsoleStateTestResult(
            result.GetProperty("status").GetString()!, Text(result, "output"), Text(result, "error"), Text(result, "cause"), Text(result, "nextState"),
            result.TryGetProperty("inspectionData", out JsonElement data) ? data.GetRawText() : null);
    }

    private static JsonObject? MockOf(ConsoleStateTest test)
    {
        JsonObject mock = [];
        Put(mock, "result", test.MockResult);
        if (test.MockError is not null || test.MockCause is not null)
        {
            JsonObject error = [];
            Put(error, "error", test.MockError);
            Put(error, "cause", test.MockCause);
            mock["errorOutput"] = error;
        }

        if (mock.Count == 0)
            return null;
        Put(mock, "fieldValidationMode", test.FieldValidationMode);
        return mock;
    }

    private static JsonObject ConfigurationOf(ConsoleStateTest test)
    {
        JsonObject configuration = [];
        if (test.RetrierRetryCount is { } retries)
            configuration["retrierRetryCount"] = retries;
        if (test.MapIterationFailureCount is { } failures)
            configuration["mapIterationFailureCount"] = failures;
        Put(configuration, "errorCausedByState", test.ErrorCausedByState);
        Put(configuration, "mapItemReaderData", test.MapItemReaderData);
        return configuration;
    }

    private static void Put(JsonObject to, string name, string? value)
    {
        if (value is not null)
            to[name] = value;
    }

    private static string? Text(JsonElement result, string name) => result.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;
}
