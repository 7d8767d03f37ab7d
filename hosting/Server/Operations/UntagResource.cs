using Compiled.Server.Arns;
using Compiled.Server.Machines;
using Compiled.Server.Protocol;

namespace Compiled.Server.Operations;

/// <summary>Removes tags from a machine or an activity. FEATURES P-122.</summary>
internal sealed class UntagResource(StepFunctionsServer server) : IOperation
{
    public ValueTask HandleAsync(ApiCall call)
    {
        IReadOnlyList<string> keys = call.Request.Texts("tagKeys") ?? call.Request.Missing<IReadOnlyList<string>>("tagKeys", []);
        ResourceArn arn = ResourceArn.Read(call.Request, "resourceArn", "stateMachine", "activity");
        TaggedResource.Change(server, arn, all =>
        {
            foreach (string key in keys)
                all.Remove(key);
        });
        return ValueTask.CompletedTask;
    }
}
