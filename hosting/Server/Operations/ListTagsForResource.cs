using Compiled.Server.Arns;
using Compiled.Server.Machines;
using Compiled.Server.Protocol;

namespace Compiled.Server.Operations;

/// <summary>Lists the tags of a machine or an activity. FEATURES P-122.</summary>
internal sealed class ListTagsForResource(StepFunctionsServer server) : IOperation
{
    public ValueTask HandleAsync(ApiCall call)
    {
        ResourceArn arn = ResourceArn.Read(call.Request, "resourceArn", "stateMachine", "activity");
        ResourceTags.Write(call.Writer, TaggedResource.Read(server, arn));
        return ValueTask.CompletedTask;
    }
}
