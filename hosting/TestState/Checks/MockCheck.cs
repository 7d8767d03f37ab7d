using Compiled.Language.Binding;
using Compiled.TestState.Schemas;
using Compiled.Values;

namespace Compiled.TestState.Checks;

/// <summary>Judges a mock against the state that it stands in for. FEATURES M-022, M-023.</summary>
internal static class MockCheck
{
    /// <summary>The mocked result, or error as a failure value; missing where there is no mock.</summary>
    /// <exception cref="StateTestException">The mock is refused.</exception>
    public static JsonValue Check(StateTestRequest request, State state)
    {
        if (request.Mock is not { } mock)
            return default;
        if (mock is { Result: not null, ErrorOutput: not null })
            throw StateTestException.Request("A test mock should have only one of the following fields: [result, errorOutput].");
        if (state is not WorkState)
            throw StateTestException.Request($"State type '{state.Type}' is not supported when a mock is specified");
        if (request.RevealSecrets)
            throw StateTestException.Request("TestState does not support RevealSecrets when a mock is specified.");
        if (mock.ErrorOutput is { } error)
            return JsonValue.Failure(new Fault(error.Error, error.Cause));
        if (mock.Result is not { } text)
            throw StateTestException.Request("A test mock should have one of the following fields: [result, errorOutput].");
        if (!RequestChecks.TryRead(text, out JsonValue result, out _))
            throw StateTestException.Request("Mocked result must be valid JSON");
        CheckShape(state, in result);
        if (state is TaskState task && mock.FieldValidationMode != FieldValidationMode.None)
            CheckFields(task, in result, mock.FieldValidationMode == FieldValidationMode.Strict);
        return result;
    }

    private static void CheckShape(State state, in JsonValue result)
    {
        switch (state)
        {
            case MapState { ResultWriter: not null } when !result.IsObject:
                throw StateTestException.Request("Mocked result must be a JSON object.");
            case MapState { ResultWriter: null } or ParallelState when !result.IsArray:
                throw StateTestException.Request("Mocked result must be an array.");
            case ParallelState parallel when result.Count != parallel.Branches.Count:
                throw StateTestException.Request("Mocked result must contain the same number of items as number of Parallel branches.");
        }
    }

    private static void CheckFields(TaskState task, in JsonValue result, bool requiresFields)
    {
        if (ResultSchemas.Find(task.Arn) is not { } schema)
            return;
        if (!result.IsObject)
            throw StateTestException.Request("Mocked result must be a JSON object.");
        if (new SchemaCheck(requiresFields).Find(schema, in result) is { } wrong)
            throw StateTestException.Request("Mock result schema validation error: " + wrong);
    }
}
