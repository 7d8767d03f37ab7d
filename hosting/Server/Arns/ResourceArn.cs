using System.Globalization;
using Compiled.Server.Protocol;

namespace Compiled.Server.Arns;

/// <summary>An ARN of Step Functions, in its parts. FEATURES P-014, P-015.</summary>
internal sealed record ResourceArn
{
    private const int Longest = 256, LongestLong = 2000;

    /// <summary>The ARN as it was given.</summary>
    public required string Text { get; init; }

    /// <summary>The partition, such as <c>aws</c>.</summary>
    public required string Partition { get; init; }

    /// <summary>The region.</summary>
    public required string Region { get; init; }

    /// <summary>The account.</summary>
    public required string Account { get; init; }

    /// <summary><c>stateMachine</c>, <c>execution</c>, <c>express</c>, <c>activity</c> or <c>mapRun</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The machine's or activity's name; of an ARN with a map label the part before it.</summary>
    public required string Name { get; init; }

    /// <summary>The label of a distributed Map; null for none.</summary>
    public string? Label { get; init; }

    /// <summary>A version's number, an alias, an execution's name or a map run's id; null for none.</summary>
    public string? Qualifier { get; init; }

    /// <summary>The machine's ARN, without label, version or alias.</summary>
    public string StateMachineArn => $"arn:{Partition}:states:{Region}:{Account}:stateMachine:{Name}";

    /// <summary>The version's number; 0 when the qualifier is none.</summary>
    public int Version => int.TryParse(Qualifier, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0;

    /// <summary>Reads a member of a request that has to be there and be an ARN of one of some kinds.</summary>
    /// <exception cref="ApiException">ValidationException, InvalidArn.</exception>
    public static ResourceArn Read(ApiRequest request, string member, params ReadOnlySpan<string> kinds)
    {
        string text = request.RequiredText(member, 1, kinds.Contains("mapRun") ? LongestLong : Longest);
        request.Check();
        return Of(text, kinds);
    }

    /// <summary>The parts of an ARN of one of some kinds.</summary>
    /// <exception cref="ApiException">InvalidArn.</exception>
    public static ResourceArn Of(string text, params ReadOnlySpan<string> kinds)
    {
        if (!text.StartsWith("arn:", StringComparison.Ordinal))
            throw ApiErrors.InvalidArn($"Invalid ARN prefix: {text}");
        ResourceArn arn = TryParse(text) ?? throw ApiErrors.InvalidArn($"Invalid ARN: {text}");
        return kinds.Contains(arn.Kind) ? arn : throw ApiErrors.InvalidArn($"Resource type not valid in this context: {arn.Kind}");
    }

    /// <summary>The parts of an ARN; null for another text.</summary>
    public static ResourceArn? TryParse(string text)
    {
        if (text.Split(':') is not ["arn", { Length: > 0 } partition, "states", var region, var account, { Length: > 0 } kind, { Length: > 0 } name, .. var rest] || rest.Contains(""))
            return null;
        int most = kind switch
        {
            "stateMachine" or "execution" or "mapRun" => 1,
            "express" => 2,
            _ => 0,
        };
        if (rest.Length > most || (kind is "execution" or "express" or "mapRun" && rest.Length == 0))
            return null;
        int slash = name.IndexOf('/', StringComparison.Ordinal);
        return new ResourceArn
        {
            Text = text,
            Partition = partition,
            Region = region,
            Account = account,
            Kind = kind,
            Name = slash < 0 ? name : name[..slash],
            Label = slash < 0 ? null : name[(slash + 1)..],
            Qualifier = rest.Length == 0 ? null : rest[0],
        };
    }
}
