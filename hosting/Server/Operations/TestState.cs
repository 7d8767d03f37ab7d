using Compiled.Server.Protocol;
using Compiled.TestState;

namespace Compiled.Server.Operations;

/// <summary>Tests one state. FEATURES P-123, M-020 to M-028.</summary>
internal sealed class TestState(StepFunctionsServer server) : IOperation
{
    public async ValueTask HandleAsync(ApiCall call)
    {
        StateTestRequest request = Read(call.Request);
        StateTestResult result;
        try
        {
            result = await server.States.TestAsync(request, call.CancellationToken).ConfigureAwait(false);
        }
        catch (StateTestException refused)
        {
            throw new ApiException(refused.Code, refused.Message);
        }

        if (!result.Output.IsMissing)
            call.Writer.WriteString("output", result.Output.ToUtf8());
        call.Writer.WriteOptional("error", result.Error);
        call.Writer.WriteOptional("cause", result.Cause);
        if (result.InspectionData is { } data)
        {
            call.Writer.WritePropertyName("inspectionData");
            data.WriteTo(call.Writer);
        }

        call.Writer.WriteOptional("nextState", result.NextState);
        call.Writer.WriteString("status", result.StatusName);
    }

    private static StateTestRequest Read(ApiRequest request)
    {
        string definition = request.RequiredText("definition", 1, 1_048_576);
        string? role = request.Text("roleArn", 1, 256), input = request.Text("input", 0, 262_144), level = request.Word("inspectionLevel", "INFO", "DEBUG", "TRACE");
        string? variables = request.Text("variables", 0, 262_144), state = request.Text("stateName", 1, 80), context = request.Text("context", 0, 262_144);
        bool reveals = request.Boolean("revealSecrets") ?? false;
        StateTestMock? mock = Mock(request);
        StateTestConfiguration? configuration = Configuration(request);
        request.Check();
        return new StateTestRequest
        {
            Definition = definition,
            RoleArn = role,
            Input = input ?? "{}",
            InspectionLevel = level is null ? default : Enum.Parse<InspectionLevel>(level, ignoreCase: true),
            RevealSecrets = reveals,
            Variables = variables,
            StateName = state,
            Context = context,
            Mock = mock,
            Configuration = configuration,
        };
    }

    private static StateTestMock? Mock(ApiRequest request)
    {
        if (request.Structure("mock") is not { } mock)
            return null;
        string? mode = mock.Word("fieldValidationMode", "STRICT", "PRESENT", "NONE");
        ApiRequest? output = mock.Structure("errorOutput");
        StateTestMock read = new()
        {
            Result = mock.Text("result", 0, 262_144),
            ErrorOutput = output is null ? null : new StateTestError(output.Text("error", 0, 256), output.Text("cause", 0, 32_768)),
            FieldValidationMode = mode is null ? default : Enum.Parse<FieldValidationMode>(mode, ignoreCase: true),
        };
        if (output is not null)
            request.Take(output);
        request.Take(mock);
        return read;
    }

    private static StateTestConfiguration? Configuration(ApiRequest request)
    {
        if (request.Structure("stateConfiguration") is not { } configuration)
            return null;
        StateTestConfiguration read = new()
        {
            RetrierRetryCount = (int)(configuration.Integer("retrierRetryCount", 0, int.MaxValue) ?? 0),
            ErrorCausedByState = configuration.Text("errorCausedByState", 1, 80),
            MapIterationFailureCount = (int?)configuration.Integer("mapIterationFailureCount", 0, int.MaxValue),
            MapItemReaderData = configuration.Text("mapItemReaderData", 0, 262_144),
        };
        request.Take(configuration);
        return read;
    }
}
