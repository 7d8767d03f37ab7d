using System.Buffers;
using System.Text;
using System.Text.Json;
using Compiled.TestState;
using Compiled.WebConsole;

namespace Console.Tests.Host;

/// <summary>Single states tried in this process.</summary>
internal sealed class StateTests : IConsoleStateTests
{
    private readonly StateTester _tester = new();

    public async ValueTask<ConsoleStateTestResult> TestAsync(ConsoleStateTest test, CancellationToken cancellationToken = default)
    {
        try
        {
            StateTestResult result = await _tester.TestAsync(
                new StateTestRequest
                {
                    Definition = test.Definition,
                    StateName = test.StateName,
                    Input = test.Input,
                    Variables = test.Variables,
                    Context = test.Context,
                    RoleArn = test.RoleArn,
                    InspectionLevel = Enum.Parse<InspectionLevel>(test.InspectionLevel, ignoreCase: true),
                    Mock = test.MockResult is null && test.MockError is null ? null : new StateTestMock
                    {
                        Result = test.MockResult,
                        ErrorOutput = test.MockError is null ? null : new StateTestError(test.MockError, test.MockCause),
                    },
                    Configuration = test.RetrierRetryCount is { } retries ? new StateTestConfiguration { RetrierRetryCount = retries } : null,
                },
                cancellationToken);
            return new ConsoleStateTestResult(result.StatusName, result.Output.IsMissing ? null : result.Output.ToString(), result.Error, result.Cause, result.NextState, Text(result.InspectionData));
        }
        catch (StateTestException refused)
        {
            throw new ConsoleRefusedException(refused.Code, refused.Message);
        }
    }

    private static string? Text(StateInspectionData? data)
    {
        if (data is null)
            return null;
        ArrayBufferWriter<byte> bytes = new();
        using (Utf8JsonWriter writer = new(bytes))
            data.WriteTo(writer);
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }
}
