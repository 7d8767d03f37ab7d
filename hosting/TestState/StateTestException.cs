namespace Compiled.TestState;

/// <summary>TestState refuses a request. <see cref="Code"/> and the message are AWS's where they are known.</summary>
public sealed class StateTestException : Exception
{
    internal StateTestException(string code, string message)
        : base(message) => Code = code;

    /// <summary><c>ValidationException</c> or <c>InvalidDefinition</c>.</summary>
    public string Code { get; }

    internal static StateTestException Request(string message) => new("ValidationException", message);

    internal static StateTestException Definition(string message) => new("InvalidDefinition", message);
}
