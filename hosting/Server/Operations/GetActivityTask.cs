using Compiled.Server.Arns;
using Compiled.Server.Protocol;
using Compiled.Tasks;

namespace Compiled.Server.Operations;

/// <summary>Takes up the next task of an activity; waits up to a minute for one. FEATURES P-102.</summary>
internal sealed class GetActivityTask(StepFunctionsServer server) : IOperation
{
    public async ValueTask HandleAsync(ApiCall call)
    {
        string? worker = call.Request.Text("workerName", 1, 80);
        ResourceArn arn = ResourceArn.Read(call.Request, "activityArn", "activity");
        if (worker is not null)
            ResourceNames.Check(worker);
        if (server.Executions.FindActivity(arn.Text) is null)
            throw ApiErrors.ActivityDoesNotExist(arn.Text);
        if (await server.Executions.GetActivityTaskAsync(arn.Text, worker, call.CancellationToken).ConfigureAwait(false) is not { } task)
            return;
        call.Writer.WriteString("taskToken", task.TaskToken);
        call.Writer.WriteString("input", task.Input.ToUtf8());
    }
}
