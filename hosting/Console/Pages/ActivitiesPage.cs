using Compiled.Durable.Journal;
using Compiled.WebConsole.Html;
using Compiled.WebConsole.Text;

namespace Compiled.WebConsole.Pages;

/// <summary>The activities. FEATURES V-016.</summary>
internal static class ActivitiesPage
{
    public static Markup Of(ConsoleContext context)
    {
        IReadOnlyList<StoredActivity> activities = context.Executions.ListActivities();
        Markup list = activities.Count == 0 ? Bits.Empty("No activities yet", "Workers poll an activity for the tasks that wait there.") : Markup.Of($"""
            <div class="card"><table class="rows"><thead><tr><th>Name</th><th>ARN</th><th>Created</th></tr></thead><tbody>{activities.Select(static activity => Markup.Of($"""
            <tr><td class="name">{Arns.Last(activity.Arn)}</td><td class="arn">{activity.Arn}{Bits.CopyButton(activity.Arn, "ARN")}</td><td>{Bits.Time(new DateTimeOffset(activity.CreatedTicks, TimeSpan.Zero))}</td></tr>
            """))}</tbody></table></div>
            """);
        return PageFrame.Of(context, "Activities", "activities", Markup.Of($"""
            <div class="head"><div><h1>Activities</h1><p class="sub">{Moments.Count(activities.Count)} in all</p></div></div>{list}
            """));
    }
}
