using Compiled.Expressions;
using Compiled.Values;

namespace Compiled.Runtime.Tests.Expressions;

public sealed class PathFieldsTests
{
    // L-252, recorded: base/test_base_wait_seconds_path
    [Theory]
    [InlineData("5", null)]
    [InlineData("0", null)]
    [InlineData("2.0", null)]
    [InlineData("-1", "The SecondsPath parameter references a negative value: $.s == -1")]
    [InlineData("-1.5", "The SecondsPath parameter cannot be parsed as a long value: $.s == -1.5")]
    [InlineData("\"five\"", "The SecondsPath parameter cannot be parsed as a long value: $.s == five")]
    public void Seconds_OfValue_AreReadOrRefused(string json, string? cause)
    {
        Fault? fault = PathFields.Seconds(JsonValue.Parse(json), "$.s", out _);
        Assert.Equal(cause, fault?.Cause);
        Assert.Equal(cause is null ? null : "States.Runtime", fault?.Error);
    }

    [Fact]
    public void Seconds_Missing_AreRefused()
        => Assert.Equal("The SecondsPath parameter does not reference an input value: $.s", PathFields.Seconds(default, "$.s", out _)?.Cause);

    // L-254, recorded: scenarios/test_wait_timestamp_path
    [Fact]
    public void Timestamp_WithoutZone_IsRefused()
        => Assert.Equal(
            "The TimestampPath parameter does not reference a valid ISO-8601 extended offset date-time format string: $.t == 2016-12-05T21:29:29",
            PathFields.Timestamp("2016-12-05T21:29:29", "$.t", out _)?.Cause);

    // E-009, recorded: scenarios/test_max_concurrency_path
    [Theory]
    [InlineData("0", 0, null)]
    [InlineData("-1", -1, "The MaxConcurrencyPath field refers to value \"-1\" which is not a valid integer: $.n")]
    [InlineData("99999999999", int.MaxValue, null)]
    [InlineData("{}", 0, "The MaxConcurrencyPath field refers to value \"{}\" which is not a valid integer: $.n")]
    [InlineData("\"NoNumber\"", 0, "The MaxConcurrencyPath field refers to value \"NoNumber\" which is not a valid integer: $.n")]
    public void MaxConcurrency_OfValue_IsReadOrRefused(string json, int expected, string? cause)
    {
        Assert.Equal(cause, PathFields.MaxConcurrency(JsonValue.Parse(json), "$.n", out int limit)?.Cause);
        Assert.Equal(expected, limit);
    }

    // E-010, recorded: scenarios/test_map_item_reader_csv_max_items_paths
    [Theory]
    [InlineData("0", null, null)]
    [InlineData("-1", "States.ItemReaderFailed", "field MaxItems must be positive")]
    [InlineData("1.5", "States.Runtime", "The MaxItemsPath field refers to value \"1.5\" which is not a valid integer: $.n")]
    public void MaxItems_OfValue_IsReadOrRefused(string json, string? error, string? cause)
    {
        Fault? fault = PathFields.MaxItems(JsonValue.Parse(json), "$.n", out _);
        Assert.Equal((error, cause), (fault?.Error, fault?.Cause));
    }

    // E-011 to E-013, recorded: scenarios/test_map_state_tolerated_failure_...
    [Theory]
    [InlineData("100", null)]
    [InlineData("100.1", "ToleratedFailurePercentage must be between 0 and 100.")]
    [InlineData("-1", "ToleratedFailurePercentage must be between 0 and 100.")]
    [InlineData("\"NoNumber\"", "The ToleratedFailurePercentagePath field refers to value \"NoNumber\" which is not a valid float: $.n")]
    public void ToleratedFailurePercentage_OfValue_IsReadOrRefused(string json, string? cause)
        => Assert.Equal(cause, PathFields.ToleratedFailurePercentage(JsonValue.Parse(json), "$.n", out _)?.Cause);

    [Theory]
    [InlineData("1", null)]
    [InlineData("-1", "ToleratedFailureCount cannot be negative.")]
    [InlineData("{}", "The ToleratedFailureCountPath field refers to value \"{}\" which is not a valid integer: $.n")]
    public void ToleratedFailureCount_OfValue_IsReadOrRefused(string json, string? cause)
        => Assert.Equal(cause, PathFields.ToleratedFailureCount(JsonValue.Parse(json), "$.n", out _)?.Cause);
}
