namespace Compiled.Durable.Engine;

/// <summary>The ARNs of a host. FEATURES X-023, P-015, L-319.</summary>
internal sealed class LocalArns(string region, string account)
{
    public string StateMachine(string name) => $"arn:aws:states:{region}:{account}:stateMachine:{name}";

    public static string Execution(string stateMachineArn, string name)
    {
        const string Kind = ":stateMachine:";
        int at = stateMachineArn.IndexOf(Kind, StringComparison.Ordinal);
        return $"{stateMachineArn[..at]}:execution:{stateMachineArn[(at + Kind.Length)..]}:{name}";
    }

    public static string Execution(Journal.ExecutionRow row) => Execution(row.Head.StateMachineArn, row.Head.Name);

    /// <summary>The machine of the children of a Map Run.</summary>
    public static string ChildStateMachine(string mapRunArn)
        => mapRunArn[..mapRunArn.LastIndexOf(':')].Replace(":mapRun:", ":stateMachine:", StringComparison.Ordinal);

    /// <summary>The machine and the name in an execution's ARN; null for another text.</summary>
    public static (string StateMachineArn, string Name)? Parse(string executionArn)
        => executionArn.Split(':') is ["arn", var partition, "states", var region, var account, "execution", var machine, var name] && name.Length > 0
            ? ($"arn:{partition}:states:{region}:{account}:stateMachine:{machine}", name)
            : null;
}
