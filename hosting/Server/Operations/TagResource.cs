using Compiled.Server.Arns;
using Compiled.Server.Machines;
using Compiled.Server.Protocol;

namespace Compiled.Server.Operations;

/// <summary>Adds tags to a machine or an activity. FEATURES P-122.</summary>
internal sealed class TagResource(StepFunctionsServer server) : IOperation
{
    public ValueTask HandleAsync(ApiCall call)
    {
        if (!call.Request.Has("tags"))
            call.Request.Missing("tags", 0);
        IReadOnlyDictionary<string, string> tags = ResourceTags.Read(call.Request);
        ResourceArn arn = ResourceArn.Read(call.Request, "resourceArn", "stateMachine", "activity");
        TaggedResource.Change(server, arn, all =>
        {
            foreach ((string key, string value) in tags)
                all[key] = value;
        });
        return ValueTask.CompletedTask;
    }
}
