using System.Globalization;
using Compiled.Language.Binding;
using Compiled.Language.Expressions;

namespace Compiled.Graph;

/// <summary>What a state's caption tells beside its type: the service of a Task, the length of a Wait, the error of a Fail.</summary>
internal static class StateDetail
{
    private const int LongestDetail = 72;

    public static string Of(State state)
    {
        string detail = state switch
        {
            TaskState task => OfTask(task.Arn),
            WaitState wait => OfWait(wait),
            MapState map => OfMap(map),
            FailState fail => fail.Error ?? DynamicText(fail.ErrorPath) ?? ExpressionText(fail.ErrorExpression) ?? "",
            _ => "",
        };
        return Clip(detail.ReplaceLineEndings(" ").Trim());
    }

    private static string OfTask(ResourceArn arn)
    {
        string what = arn.Kind switch
        {
            ResourceKind.Lambda => Join("lambda", arn.ShortName),
            ResourceKind.Activity => Join("activity", arn.ShortName),
            ResourceKind.Integration => Join(WithoutPrefix(arn.Service), arn.Action),
            _ => arn.ShortName.Length > 0 ? arn.ShortName : arn.Text,
        };
        return arn.Pattern switch
        {
            IntegrationPattern.Sync or IntegrationPattern.Sync2 => what + ", to its end",
            IntegrationPattern.WaitForTaskToken => what + ", for its token",
            _ => what,
        };
    }

    // The action tells the service integrations and the SDK ones apart well enough in a caption.
    private static string WithoutPrefix(string service) =>
        service.StartsWith("aws-sdk:", StringComparison.Ordinal) ? service["aws-sdk:".Length..] : service;

    private static string OfWait(WaitState wait)
    {
        if (wait.Seconds is { } seconds)
        {
            return Duration(seconds);
        }

        if (wait.Timestamp is { } timestamp)
        {
            return "until " + timestamp;
        }

        return wait.SecondsPath is { } path ? path.Text + " s"
            : wait.TimestampPath is { } instant ? "until " + instant.Text
            : ExpressionText(wait.SecondsExpression) is { } length ? length + " s"
            : ExpressionText(wait.TimestampExpression) is { } end ? "until " + end
            : "";
    }

    private static string OfMap(MapState map)
    {
        string items = map.ItemsPath is { IsRootOnly: false } path ? "each of " + path.Text
            : map.Items is JsonataTemplate expression ? "each of " + expression.Expression.Trim()
            : "";
        string mode = map.IsDistributed ? "distributed" : "";
        string limit = map.MaxConcurrency is > 0 and { } most ? $"at most {most.ToString(CultureInfo.InvariantCulture)} at once" : "";
        return string.Join(", ", new[] { mode, items, limit }.Where(part => part.Length > 0));
    }

    private static string Duration(long seconds)
    {
        (long Size, string Unit)[] units = [(86400, "d"), (3600, "h"), (60, "min")];
        foreach ((long size, string unit) in units)
        {
            if (seconds >= size && seconds % size == 0)
            {
                return (seconds / size).ToString(CultureInfo.InvariantCulture) + " " + unit;
            }
        }

        return seconds.ToString(CultureInfo.InvariantCulture) + " s";
    }

    private static string? DynamicText(Template? template) => template switch
    {
        PathTemplate path => path.Path.Text,
        IntrinsicTemplate intrinsic => intrinsic.Call.Text,
        _ => null,
    };

    private static string? ExpressionText(JsonataText? text) => text?.Expression.Trim();

    private static string Join(string service, string name) => (service + " " + name).Trim();

    private static string Clip(string text) =>
        text.Length <= LongestDetail ? text : text[..(LongestDetail - 1)].TrimEnd() + "…";
}
