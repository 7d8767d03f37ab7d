namespace Compiled.WebConsole.Text;

/// <summary>The parts of ARNs that pages show.</summary>
internal static class Arns
{
    /// <summary>What stands after the last colon.</summary>
    public static string Last(string arn) => arn[(arn.LastIndexOf(':') + 1)..];

    /// <summary>The machine's name in the ARN of a machine, a version, an alias, an execution or a Map Run.</summary>
    public static string MachineName(string arn) => arn.Split(':') is [_, _, _, _, _, _, var name, ..] ? name : arn;

    /// <summary>Whether an execution's ARN is that of an Express one.</summary>
    public static bool IsExpress(string arn) => arn.Split(':') is [_, _, _, _, _, "express", ..];

    /// <summary>A Task's resource in a few letters: the function's or activity's name, <c>sqs sendMessage</c>.</summary>
    public static string ShortResource(string resource) => resource.Split(':') switch
    {
        ["arn", _, "lambda", _, _, "function", var function, ..] => function,
        ["arn", _, "states", _, _, "activity", var activity, ..] => activity,
        ["arn", _, "states", _, _, "aws-sdk", .. var service] => string.Join(' ', service),
        ["arn", _, "states", _, _, .. var service] => string.Join(' ', service),
        _ => resource,
    };
}
