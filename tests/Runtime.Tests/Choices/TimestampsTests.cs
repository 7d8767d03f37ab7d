using System.Globalization;
using System.Text;
using Compiled.Expressions;
using Compiled.Values;

namespace Compiled.Runtime.Tests.Expressions;

public sealed class TimestampsTests
{
    // L-256
    [Theory]
    [InlineData("2016-12-05T21:29:29Z", "2016-12-05T21:29:29.0000000")]
    [InlineData("2024-06-01T12:00:00.00Z", "2024-06-01T12:00:00.0000000")]
    [InlineData("2024-06-01T12:00:00.000000Z", "2024-06-01T12:00:00.0000000")]
    [InlineData("2016-03-05T21:29:29.243167252Z", "2016-03-05T21:29:29.2431672")]
    [InlineData("2016-03-05T21:29:29.5+05:30", "2016-03-05T15:59:29.5000000")]
    [InlineData("2016-03-05T21:29:29-00:30", "2016-03-05T21:59:29.0000000")]
    [InlineData("2000-02-29T00:00:00Z", "2000-02-29T00:00:00.0000000")]
    [InlineData("0001-01-01T00:00:00Z", "0001-01-01T00:00:00.0000000")]
    [InlineData("9999-12-31T23:59:59.999999999Z", "9999-12-31T23:59:59.9999999")]
    [InlineData("0000-02-29T00:00:00Z", "0001-01-01T00:00:00.0000000")]
    [InlineData("9999-12-31T23:59:59-23:59", "9999-12-31T23:59:59.9999999")]
    public void TryParse_Timestamp_GivesInstant(string text, string expected)
    {
        Assert.True(Timestamps.TryParse(text.AsSpan(), out DateTimeOffset instant));
        Assert.Equal(expected, instant.ToString("yyyy-MM-ddTHH:mm:ss.fffffff", CultureInfo.InvariantCulture));
        Assert.True(Timestamps.TryParse(Encoding.UTF8.GetBytes(text), out DateTimeOffset fromUtf8));
        Assert.Equal(instant, fromUtf8);
        Assert.True(Timestamps.TryParse(JsonValue.Parse($"\"{text}\""), out DateTimeOffset fromJson));
        Assert.Equal(instant, fromJson);
    }

    [Theory]
    [InlineData("2016-12-05T21:29:29")]
    [InlineData("2016-12-05 21:29:29Z")]
    [InlineData("2016-12-05t21:29:29Z")]
    [InlineData("2016-12-05T21:29:29z")]
    [InlineData("2016-13-05T21:29:29Z")]
    [InlineData("2016-00-05T21:29:29Z")]
    [InlineData("2016-12-05T25:29:29Z")]
    [InlineData("2016-12-05T24:00:00Z")]
    [InlineData("2016-12-05T21:60:29Z")]
    [InlineData("2016-12-05T21:29:60Z")]
    [InlineData("2015-02-29T00:00:00Z")]
    [InlineData("1900-02-29T00:00:00Z")]
    [InlineData("2016-04-31T00:00:00Z")]
    [InlineData("05-12-2016T21:29:29Z")]
    [InlineData("2023-02-24")]
    [InlineData("2016-12-05T21:29Z")]
    [InlineData("2016-12-05T21:29:29.Z")]
    [InlineData("2016-12-05T21:29:29.1")]
    [InlineData("2016-12-05T21:29:29.1234567890Z")]
    [InlineData("2016-12-05T21:29:29+0100")]
    [InlineData("2016-12-05T21:29:29+01")]
    [InlineData("2016-12-05T21:29:29+24:00")]
    [InlineData("2016-12-05T21:29:29+01:60")]
    [InlineData("2016-12-05T21:29:29ZZ")]
    [InlineData(" 2016-12-05T21:29:29Z")]
    [InlineData("２016-12-05T21:29:29Z")]
    [InlineData("-016-12-05T21:29:29Z")]
    [InlineData("")]
    public void TryParse_Other_IsRefused(string text)
    {
        Assert.False(Timestamps.TryParse(text.AsSpan(), out _));
        Assert.False(Timestamps.TryParse(Encoding.UTF8.GetBytes(text), out _));
    }

    [Fact]
    public void TryParse_EscapedInDocument_IsRead()
        => Assert.True(Timestamps.TryParse(JsonValue.Parse("\"2016-12-05\\u005421:29:29Z\""), out _));

    [Fact]
    public void TryParse_EveryDay_AgreesWithDateTime()
    {
        for (DateTimeOffset day = new(1899, 12, 25, 1, 2, 3, TimeSpan.Zero); day.Year < 2105; day = day.AddDays(1))
        {
            Assert.True(Timestamps.TryParse(day.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture).AsSpan(), out DateTimeOffset read));
            Assert.Equal(day, read);
        }
    }
}
