namespace Compiled.WebConsole;

/// <summary>What a person asked for can't be done, for a reason that the console shows.</summary>
/// <param name="code">AWS's name of the error, such as <c>StateMachineAlreadyExists</c>.</param>
/// <param name="message">The reason.</param>
public sealed class ConsoleRefusedException(string code, string message) : Exception(message)
{
    /// <summary>AWS's name of the error.</summary>
    public string Code => code;
}
