using System.Globalization;
using Compiled.Language.Expressions;

namespace Compiled.Language.Tests.Expressions;

// FEATURES L-243, L-254 to L-256.
public sealed class TimestampsTests
{
    [Theory]
    [InlineData("2016-12-05T21:29:29Z", "2016-12-05T21:29:29.0000000")]
    [InlineData("2016-12-05T21:29:29.00Z", "2016-12-05T21:29:29.0000000")]
    [InlineData("2016-12-05T21:29:29.5Z", "2016-12-05T21:29:29.5000000")]
    [InlineData("2016-12-05T21:29:29.000001Z", "2016-12-05T21:29:29.0000010")]
    [InlineData("2016-12-05T21:29:29.123456789Z", "2016-12-05T21:29:29.1234567")]
    [InlineData("2016-12-05T21:29:29+01:00", "2016-12-05T20:29:29.0000000")]
    [InlineData("2016-12-31T23:29:29-01:30", "2017-01-01T00:59:29.0000000")]
    [InlineData("2016-12-05T21:29:29+18:00", "2016-12-05T03:29:29.0000000")]
    [InlineData("2020-02-29T00:00:00Z", "2020-02-29T00:00:00.0000000")]
    public void TryParse_OffsetDateTime_GivesTheInstant(string text, string expectedUtc)
    {
        Assert.True(Timestamps.TryParse(text, out DateTimeOffset instant));
        Assert.Equal(expectedUtc, instant.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffffff", CultureInfo.InvariantCulture));
        Assert.Equal(TimeSpan.Zero, instant.Offset);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2012-10-09T19:00:55")]
    [InlineData("2023-02-24")]
    [InlineData("2016-12-05 21:29:29Z")]
    [InlineData("2016-12-05t21:29:29Z")]
    [InlineData("2016-12-05T21:29:29z")]
    [InlineData("2016-13-05T21:29:29Z")]
    [InlineData("2016-12-05T25:29:29Z")]
    [InlineData("2016-12-05T24:00:00Z")]
    [InlineData("2016-12-05T21:60:29Z")]
    [InlineData("2016-12-05T21:29:60Z")]
    [InlineData("2019-02-29T00:00:00Z")]
    [InlineData("2016-12-00T21:29:29Z")]
    [InlineData("0000-12-05T21:29:29Z")]
    [InlineData("0001-01-01T00:00:00+01:00")]
    [InlineData("05-12-2016T21:29:29Z")]
    [InlineData("2016-12-05T21:29Z")]
    [InlineData("2016-12-05T21:29:29.Z")]
    [InlineData("2016-12-05T21:29:29.1234567890Z")]
    [InlineData("2016-12-05T21:29:29.123")]
    [InlineData("2016-12-05T21:29:29+0100")]
    [InlineData("2016-12-05T21:29:29+01")]
    [InlineData("2016-12-05T21:29:29+01:60")]
    [InlineData("2016-12-05T21:29:29+18:01")]
    [InlineData("2016-12-05T21:29:29Z ")]
    [InlineData(" 2016-12-05T21:29:29Z")]
    [InlineData("2016-12-05T21:29:29ZZ")]
    [InlineData("٢016-12-05T21:29:29Z")]
    [InlineData("{% '2016-03-14T01:59:00Z' %}")]
    public void TryParse_OtherText_IsRefused(string text) => Assert.False(Timestamps.TryParse(text, out _));
}
