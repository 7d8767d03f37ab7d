using System.Globalization;

namespace Compiled.Events.Schedules;

/// <summary>One time of a schedule.</summary>
/// <param name="Name">The schedule's name.</param>
/// <param name="Time">The time that the schedule says; the clock may be later.</param>
/// <param name="Attempt">The number of the try, from 1.</param>
public sealed record Occurrence(string Name, DateTimeOffset Time, int Attempt)
{
    /// <summary>Name and time, at most 80 characters that an execution's name may have: <c>nightly-20261224T180000Z</c>.</summary>
    public string Id
    {
        get
        {
            string time = Time.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
            string name = string.Concat(Name.Select(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' ? c : '_'));
            return $"{(name.Length <= 60 ? name : name[..60])}-{time}";
        }
    }
}
