using Compiled.Server.Protocol;
using Compiled.Values;

namespace Compiled.Server.Operations;

/// <summary>Takes events, as EventBridge's operation of that name does. FEATURES T-100 to T-103.</summary>
internal sealed class PutEvents(StepFunctionsServer server) : IOperation
{
    private const int MostEntries = 10;

    public ValueTask HandleAsync(ApiCall call)
    {
        if (call.Request.List("Entries") is not { } entries)
            call.Request.Missing("entries", 0);
        else if (entries.Count is 0 or > MostEntries)
            call.Request.Violated($"[{entries.Count}]", "entries", entries.Count == 0 ? "Member must have length greater than or equal to 1" : "Member must have length less than or equal to 10");
        call.Request.Check();
        JsonValue answer = server.Starts.Bus.PutEvents(call.Request.Body);
        foreach (JsonMember member in answer.Members())
        {
            call.Writer.WritePropertyName(member.Name);
            call.Writer.WriteRawValue(member.Value.ToUtf8());
        }

        return ValueTask.CompletedTask;
    }
}
