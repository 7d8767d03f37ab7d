using Compiled.Language.Vocabulary;
using Compiled.Values;

namespace Compiled.Execution;

/// <summary>The parts of an error as a catcher sees them: <c>{"Error": ..., "Cause": ...}</c>. L-352.</summary>
internal static class CaughtError
{
    // L-206: a heartbeat that stayed away shows as a timeout; only ErrorEquals can tell the two.
    public static JsonValue NameOf(Fault fault, in JsonValue none)
        => fault.Error is not { } error ? none : error == StatesErrors.HeartbeatTimeout ? StatesErrors.Timeout : error;

    public static JsonValue CauseOf(Fault fault, in JsonValue none) => fault.Cause is not { } cause ? none : cause;
}
