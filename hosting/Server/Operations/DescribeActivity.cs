using Compiled.Durable.Journal;
using Compiled.Server.Arns;
using Compiled.Server.Machines;
using Compiled.Server.Protocol;

namespace Compiled.Server.Operations;

/// <summary>Tells of an activity. FEATURES P-101.</summary>
internal sealed class DescribeActivity(StepFunctionsServer server) : IOperation
{
    public ValueTask HandleAsync(ApiCall call)
    {
        ResourceArn arn = ResourceArn.Read(call.Request, "activityArn", "activity");
        StoredActivity activity = server.Executions.FindActivity(arn.Text) ?? throw ApiErrors.ActivityDoesNotExist(arn.Text);
        call.Writer.WriteString("activityArn", activity.Arn);
        call.Writer.WriteString("name", arn.Name);
        call.Writer.WriteDate("creationDate", new DateTimeOffset(activity.CreatedTicks, TimeSpan.Zero));
        (server.Catalog.FindActivity(arn.Text)?.Encryption ?? EncryptionSettings.OwnedByAws).Write(call.Writer);
        return ValueTask.CompletedTask;
    }
}
