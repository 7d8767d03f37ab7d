namespace Compiled.Execution;

/// <summary>The ARNs of executions that nobody named. FEATURES X-023.</summary>
internal static class Arns
{
    private const string Account = "123456789012";

    public const string Role = $"arn:aws:iam::{Account}:role/compiled";

    public static string StateMachine(string name) => $"arn:aws:states:us-east-1:{Account}:stateMachine:{name}";

    public static string Execution(string stateMachineArn, MachineType type, string name, Func<string> newId)
    {
        string[] parts = stateMachineArn.Split(':');
        string machine = parts.Length > 6 ? parts[6] : parts[^1];
        (string region, string account) = parts.Length > 4 ? (parts[3], parts[4]) : ("us-east-1", Account);
        return type == MachineType.Standard
            ? $"arn:aws:states:{region}:{account}:execution:{machine}:{name}"
            : $"arn:aws:states:{region}:{account}:express:{machine}:{name}:{newId()}";
    }

    /// <summary>The machine of a distributed Map's children: labels are unique in a definition, so one stands for all that is around it. L-319.</summary>
    public static string ChildStateMachine(string stateMachineArn, string label)
    {
        string[] parts = stateMachineArn.Split(':');
        string machine = ChildName(parts.Length > 6 ? parts[6] : parts[^1], label);
        return parts.Length > 6 ? string.Join(':', [.. parts[..6], machine]) : StateMachine(machine);
    }

    /// <summary>The name of that machine.</summary>
    public static string ChildName(string stateMachineName, string label) => $"{stateMachineName.Split('/')[0]}/{label}";

    /// <summary>A run of the Map whose children's machine has that ARN.</summary>
    public static string MapRun(string childStateMachineArn, string id) => $"{childStateMachineArn.Replace(":stateMachine:", ":mapRun:", StringComparison.Ordinal)}:{id}";

    /// <summary>The name in an execution's ARN, which an Express ARN follows with an id.</summary>
    public static string? ExecutionName(string? arn) => arn?.Split(':') is { Length: > 7 } parts ? parts[7] : null;

    /// <summary>The name in a machine's ARN, which a version or alias may follow.</summary>
    public static string? StateMachineName(string? arn) => arn?.Split(':') is { Length: > 6 } parts ? parts[6] : null;

    public static string Region(string arn)
    {
        Span<Range> parts = stackalloc Range[5];
        int count = arn.AsSpan().Split(parts, ':');
        return count > 4 && arn.AsSpan()[parts[3]] is { Length: > 0 } region ? region.ToString() : "us-east-1";
    }
}
