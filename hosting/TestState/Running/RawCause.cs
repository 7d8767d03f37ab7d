using System.Globalization;
using Compiled.Values;

namespace Compiled.TestState.Running;

/// <summary>The cause of an error without the sentence in which an execution says where it was raised: TestState says only what is wrong.</summary>
internal static class RawCause
{
    public static string? Of(Fault fault)
    {
        if (fault.StateName is null || fault.Cause is not { } cause)
            return fault.Cause;
        string origin = string.Create(
            CultureInfo.InvariantCulture, $"An error occurred while executing the state '{fault.StateName}' (entered at the event id #{fault.EnteredEventId}). ");
        return cause.StartsWith(origin, StringComparison.Ordinal) ? cause[origin.Length..] : cause;
    }
}
