using Compiled.History;
using Compiled.Language.Binding;
using Compiled.Values;

namespace Compiled.TestState.Running;

/// <summary>Puts together what a test shows of its state. FEATURES M-025, M-026.</summary>
internal static class InspectionReport
{
    public static StateInspectionData Of(JsonValue input, State state, StateInspection seen, MapInputs map, HttpTrace? trace, long? retryInSeconds)
    {
        MapState? asMap = state as MapState;
        bool isJsonPath = state.QueryLanguage == QueryLanguage.JsonPath;
        return new StateInspectionData
        {
            Input = input,
            AfterInputPath = seen[InspectedStep.AfterInputPath],
            AfterParameters = seen[InspectedStep.AfterParameters],
            AfterArguments = seen[InspectedStep.AfterArguments],
            AfterItemsPath = isJsonPath ? seen[InspectedStep.Items] : default,
            AfterItemsPointer = isJsonPath && asMap?.Reader?.ItemsPointer is not null ? map.Read : default,
            AfterItemSelector = map.Selected,
            AfterItemBatcher = map.Batches,
            Result = seen[InspectedStep.Result],
            AfterResultSelector = seen[InspectedStep.AfterResultSelector],
            AfterResultPath = seen[InspectedStep.AfterResultPath],
            Variables = seen.Variables,
            MaxConcurrency = seen[InspectedStep.MaxConcurrency],
            ToleratedFailureCount = seen[InspectedStep.ToleratedFailureCount],
            ToleratedFailurePercentage = seen[InspectedStep.ToleratedFailurePercentage],
            ErrorDetails = ErrorOf(seen, retryInSeconds),
            Request = trace?.Request,
            Response = trace?.Response,
        };
    }

    private static StateErrorDetails? ErrorOf(StateInspection seen, long? retryInSeconds)
    {
        int? caught = Place(seen[InspectedStep.CatchIndex]), retried = Place(seen[InspectedStep.RetryIndex]);
        return caught is null && retried is null ? null : new StateErrorDetails { CatchIndex = caught, RetryIndex = retried, RetryBackoffIntervalSeconds = retryInSeconds };
    }

    private static int? Place(JsonValue place) => place.TryGetInt64(out long number) ? (int)number : null;
}
