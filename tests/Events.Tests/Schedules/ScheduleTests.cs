using System.Globalization;
using Compiled.Events.Schedules;

namespace Compiled.Events.Tests.Schedules;

/// <summary>Expressions as EventBridge Scheduler's guide documents them; the times were counted by hand.</summary>
public sealed class ScheduleTests
{
    [Theory]
    // Plain times.
    [InlineData("cron(0 10 * * ? *)", "2026-11-26T09:59:59Z", "2026-11-26T10:00:00Z")]
    [InlineData("cron(0 10 * * ? *)", "2026-11-26T10:00:00Z", "2026-11-27T10:00:00Z")]
    [InlineData("cron(15 12 * * ? *)", "2026-12-31T12:15:00Z", "2027-01-01T12:15:00Z")]
    [InlineData("cron(0/15 * * * ? *)", "2026-11-26T09:46:00Z", "2026-11-26T10:00:00Z")]
    [InlineData("cron(5,35 14 * * ? *)", "2026-11-26T14:05:00Z", "2026-11-26T14:35:00Z")]
    [InlineData("cron(0 8 1 * ? *)", "2026-11-26T00:00:00Z", "2026-12-01T08:00:00Z")]
    [InlineData("cron(0 0 1 JAN-mar/2 ? *)", "2026-01-01T00:00:00Z", "2026-03-01T00:00:00Z")]
    [InlineData("cron(0 12 25 12 ? 2027)", "2026-11-26T00:00:00Z", "2027-12-25T12:00:00Z")]
    [InlineData("cron(0 12 25 12 ? 2025)", "2026-11-26T00:00:00Z", null)]
    [InlineData("cron(0 0 30 2 ? *)", "2026-11-26T00:00:00Z", null)]
    [InlineData("cron(0 0 29 2 ? *)", "2026-11-26T00:00:00Z", "2028-02-29T00:00:00Z")]
    // Days of the week: 1 is Sunday. 2026-11-26 is a Thursday.
    [InlineData("cron(0 18 ? * MON-FRI *)", "2026-11-27T18:00:00Z", "2026-11-30T18:00:00Z")]
    [InlineData("cron(0 9 ? * 2 *)", "2026-11-26T00:00:00Z", "2026-11-30T09:00:00Z")]
    [InlineData("cron(0 9 ? * FRI-MON *)", "2026-11-26T00:00:00Z", "2026-11-27T09:00:00Z")]
    [InlineData("cron(0 9 ? * L *)", "2026-11-26T00:00:00Z", "2026-11-28T09:00:00Z")]
    [InlineData("cron(0 9 ? * 6L *)", "2026-11-26T00:00:00Z", "2026-11-27T09:00:00Z")]
    [InlineData("cron(0 9 ? * 6L *)", "2026-11-27T09:00:00Z", "2026-12-25T09:00:00Z")]
    [InlineData("cron(0 9 ? * FRIL *)", "2026-11-27T09:00:00Z", "2026-12-25T09:00:00Z")]
    [InlineData("cron(0 9 ? * 3#2 *)", "2026-11-26T00:00:00Z", "2026-12-08T09:00:00Z")]
    [InlineData("cron(0 9 ? * TUE#5 *)", "2026-11-26T00:00:00Z", "2026-12-29T09:00:00Z")]
    // Days of the month.
    [InlineData("cron(0 9 L * ? *)", "2026-11-26T00:00:00Z", "2026-11-30T09:00:00Z")]
    [InlineData("cron(0 9 L 2 ? *)", "2026-11-26T00:00:00Z", "2027-02-28T09:00:00Z")]
    [InlineData("cron(0 9 L-3 * ? *)", "2026-11-26T10:00:00Z", "2026-11-27T09:00:00Z")]
    [InlineData("cron(0 9 LW * ? *)", "2026-10-01T00:00:00Z", "2026-10-30T09:00:00Z")]
    [InlineData("cron(0 9 1W * ? *)", "2026-07-15T00:00:00Z", "2026-08-03T09:00:00Z")]
    [InlineData("cron(0 9 15W * ? *)", "2026-11-01T00:00:00Z", "2026-11-16T09:00:00Z")]
    [InlineData("cron(0 9 14W * ? *)", "2026-11-01T00:00:00Z", "2026-11-13T09:00:00Z")]
    [InlineData("cron(0 9 31W * ? *)", "2026-11-01T00:00:00Z", "2026-12-31T09:00:00Z")]
    [InlineData("cron(0 9 1,15,L * ? *)", "2026-11-16T00:00:00Z", "2026-11-30T09:00:00Z")]
    // Rates count from the start, 2026-11-26T00:00:30Z.
    [InlineData("rate(5 minutes)", "2026-11-25T00:00:00Z", "2026-11-26T00:00:30Z")]
    [InlineData("rate(5 minutes)", "2026-11-26T00:00:30Z", "2026-11-26T00:05:30Z")]
    [InlineData("rate(1 hour)", "2026-11-26T02:10:00Z", "2026-11-26T03:00:30Z")]
    [InlineData("rate(1 days)", "2026-11-27T00:00:30Z", "2026-11-28T00:00:30Z")]
    // Once.
    [InlineData("at(2026-12-24T18:00:00)", "2026-11-26T00:00:00Z", "2026-12-24T18:00:00Z")]
    [InlineData("at(2026-12-24T18:00:00)", "2026-12-24T18:00:00Z", null)]
    public void Schedule_Next_IsTheFirstTimeAfter(string expression, string after, string? next) => AssertNext(expression, null, after, next);

    [Theory]
    // Berlin: 02:00 to 03:00 is left out on 2027-03-28, and comes twice on 2026-10-25.
    [InlineData("cron(30 2 * * ? *)", "2027-03-27T02:00:00Z", "2027-03-29T00:30:00Z")]
    [InlineData("cron(30 2 * * ? *)", "2026-10-24T01:00:00Z", "2026-10-25T00:30:00Z")]
    [InlineData("cron(30 2 * * ? *)", "2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z")]
    [InlineData("cron(0 9 * * ? *)", "2026-10-24T08:00:00Z", "2026-10-25T08:00:00Z")]
    [InlineData("cron(0 9 * * ? *)", "2027-03-27T09:00:00Z", "2027-03-28T07:00:00Z")]
    [InlineData("cron(0/30 * * * ? *)", "2026-10-25T00:30:00Z", "2026-10-25T02:00:00Z")]
    [InlineData("cron(0 0 * * ? *)", "2026-11-26T22:59:00Z", "2026-11-26T23:00:00Z")]
    [InlineData("at(2026-12-24T18:00:00)", "2026-11-26T00:00:00Z", "2026-12-24T17:00:00Z")]
    [InlineData("at(2027-03-28T02:30:00)", "2026-11-26T00:00:00Z", null)]
    [InlineData("at(2026-10-25T02:30:00)", "2026-10-01T00:00:00Z", "2026-10-25T00:30:00Z")]
    [InlineData("rate(1 day)", "2027-03-27T00:00:30Z", "2027-03-28T00:00:30Z")]
    public void Schedule_InBerlin_KeepsToItsClocks(string expression, string after, string? next) => AssertNext(expression, "Europe/Berlin", after, next);

    [Theory]
    // Lord Howe changes by half an hour; Kiritimati is 14 hours ahead.
    [InlineData("Australia/Lord_Howe", "cron(45 1 * * ? *)", "2027-04-03T12:00:00Z", "2027-04-03T14:45:00Z")]
    [InlineData("Pacific/Kiritimati", "cron(0 1 * * ? *)", "2026-11-26T00:00:00Z", "2026-11-26T11:00:00Z")]
    [InlineData("Pacific/Pago_Pago", "cron(0 23 * * ? *)", "2026-11-26T00:00:00Z", "2026-11-26T10:00:00Z")]
    public void Schedule_InFarZones_KeepsToTheirClocks(string zone, string expression, string after, string next) => AssertNext(expression, zone, after, next);

    [Theory]
    [InlineData("rate(0 minutes)", "a rate is a whole number from 1 and a unit, such as 'rate(5 minutes)'")]
    [InlineData("rate(5 minute)", "the unit is 'minutes', 'hours' or 'days', with 1 also 'minute', 'hour' or 'day'")]
    [InlineData("rate(5 weeks)", "the unit is 'minutes', 'hours' or 'days', with 1 also 'minute', 'hour' or 'day'")]
    [InlineData("cron(0 10 * * *)", "a cron expression has 6 fields (minutes, hours, day of month, month, day of week, year), not 5")]
    [InlineData("cron(0 10 * * * *)", "exactly one of day of month and day of week is '?'")]
    [InlineData("cron(0 10 ? * ? *)", "exactly one of day of month and day of week is '?'")]
    [InlineData("cron(60 10 * * ? *)", "the field 'minutes' has '60'; expected 0 to 59")]
    [InlineData("cron(0 10 * 13 ? *)", "the field 'month' has '13'; expected 1 to 12")]
    [InlineData("cron(0 10 ? * 8 *)", "the field 'day of week' has '8'; expected 1 to 7")]
    [InlineData("cron(0 10 ? * 2#6 *)", "the field 'day of week' has '6'; expected 1 to 5")]
    [InlineData("cron(0 10 * * ? 1969)", "the field 'year' has '1969'; expected 1970 to 2199")]
    [InlineData("cron(0/0 10 * * ? *)", "the field 'minutes' has '0'; expected 1 to 59")]
    [InlineData("at(2026-13-01T00:00:00)", "a time is written as 'at(2026-12-24T18:00:00)'")]
    [InlineData("every(5 minutes)", "expected 'rate(...)', 'cron(...)' or 'at(...)'")]
    [InlineData("5 minutes", "expected 'rate(...)', 'cron(...)' or 'at(...)'")]
    public void Schedule_ThatIsNone_SaysWhy(string expression, string reason)
        => Assert.Equal($"'{expression}' is no schedule: {reason}", Assert.Throws<ScheduleFormatException>(() => Schedule.Parse(expression)).Message);

    [Fact]
    public void Schedule_InAZoneThatIsNone_SaysSo()
        => Assert.Equal(
            "'rate(1 hour)' is no schedule: the time zone 'Mars/Olympus' is not known on this machine",
            Assert.Throws<ScheduleFormatException>(() => Schedule.Parse("rate(1 hour)", "Mars/Olympus")).Message);

    // Whatever a fast way finds, the slow one finds too: every minute of some weeks asked one by one, over both changes of clocks.
    [Theory]
    [InlineData("Europe/Berlin", "cron(0/20 1-3 ? * SAT-MON *)", "2026-10-20T00:00:00Z")]
    [InlineData("Europe/Berlin", "cron(10 2,3 L * ? *)", "2027-03-20T00:00:00Z")]
    [InlineData("America/New_York", "cron(30 1 * * ? *)", "2026-10-25T00:00:00Z")]
    public void Schedule_Next_LeavesNothingOut(string zone, string expression, string from)
    {
        Schedule schedule = Schedule.Parse(expression, zone);
        DateTimeOffset start = Time(from), end = start.AddDays(21);
        List<DateTimeOffset> walked = [];
        for (DateTimeOffset? at = schedule.Next(start, start); at < end; at = schedule.Next(at.Value, start))
            walked.Add(at.Value);
        List<DateTimeOffset> asked = [];
        for (DateTimeOffset minute = start; minute < end; minute = minute.AddMinutes(1))
        {
            if (schedule.Next(minute.AddSeconds(-1), start) == minute && minute > start)
                asked.Add(minute);
        }

        Assert.NotEmpty(walked);
        Assert.Equal(asked, walked);
    }

    private static void AssertNext(string expression, string? zone, string after, string? next)
        => Assert.Equal(next is null ? null : Time(next), Schedule.Parse(expression, zone).Next(Time(after), Time(expression.StartsWith("rate", StringComparison.Ordinal) ? "2026-11-26T00:00:30Z" : "2000-01-01T00:00:00Z")));

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
