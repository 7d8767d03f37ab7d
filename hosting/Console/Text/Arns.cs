namespace Compiled.WebConsole.Text;

/// <summary>The parts of ARNs that pages show.</summary>
internal static class Arns
{
    /// <summary>What stands after the last colon.</summary>
    public static string Last(string arn) => arn[(arn.LastIndexOf(':') + 1)..];

    /// <summary>The machine's name in the ARN of a machine, a version, an alias, an execution or a Map Run.</summary>
    public static string MachineName(string arn) => arn.Split(':') is [_, _, _, _, _, _, var name, ..] ? name : arn;

    /// <summary>The children's machine in a Map Run's ARN: <c>...:mapRun:MACHINE/LABEL:UUID</c>; null for another text.</summary>
    public static string? ChildMachine(string mapRunArn)
        => mapRunArn.Split(':') is ["arn", var partition, "states", var region, var account, "mapRun", var machine, _]
            ? $"arn:{partition}:states:{region}:{account}:stateMachine:{machine}"
            : null;
}
