using Compiled.Durable.Journal;
using Compiled.Server.Arns;
using Compiled.Server.Protocol;

namespace Compiled.Server.Operations;

/// <summary>Lists activities by name. FEATURES P-101.</summary>
internal sealed class ListActivities(StepFunctionsServer server) : IOperation
{
    public ValueTask HandleAsync(ApiCall call)
    {
        Paging paging = Paging.Read(call, server.TimeProvider, nameof(ListActivities));
        string prefix = $"arn:aws:states:{call.Caller.Region}:{call.Caller.Account}:";
        IEnumerable<StoredActivity> activities = server.Executions.ListActivities().Where(activity => activity.Arn.StartsWith(prefix, StringComparison.Ordinal));
        paging.Write(call, "activities", activities, static activity => activity.Arn, activity =>
        {
            call.Writer.WriteString("activityArn", activity.Arn);
            call.Writer.WriteString("name", ResourceArn.Of(activity.Arn, "activity").Name);
            call.Writer.WriteDate("creationDate", new DateTimeOffset(activity.CreatedTicks, TimeSpan.Zero));
        });
        return ValueTask.CompletedTask;
    }
}
