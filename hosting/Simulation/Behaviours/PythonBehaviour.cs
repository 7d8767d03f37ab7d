using System.Text.RegularExpressions;
using Compiled.Values;

namespace Compiled.Simulation.Behaviours;

/// <summary>
/// <c>{"behaviour": "python", "code": "..."}</c>: a handler written in Python. These are understood: a body of one statement
/// <c>return event</c>, <c>return "text"</c> or <c>return f"text-{event}"</c>.
/// </summary>
internal sealed partial class PythonBehaviour : TaskBehaviour
{
    private readonly string _expression;

    private PythonBehaviour(string expression) => _expression = expression;

    /// <summary>Reads the handler's code.</summary>
    /// <exception cref="TaskScriptException">The code is none of the understood forms.</exception>
    public static PythonBehaviour Read(string resource, string code)
    {
        Match match = OneReturn().Match(code);
        if (!match.Success)
            throw new TaskScriptException($"The Python handler of '{resource}' is not understood; a body of one 'return' of event, a string or an f-string is.");
        return new PythonBehaviour(match.Groups["expression"].Value);
    }

    public override ValueTask<JsonValue> PerformAsync(TaskCall call, CancellationToken cancellationToken)
    {
        if (_expression == "event") return new(call.Input);
        bool isFormat = _expression[0] == 'f';
        string text = _expression[(isFormat ? 2 : 1)..^1];
        return new(JsonValue.String(isFormat ? text.Replace("{event}", PythonText.Of(call.Input), StringComparison.Ordinal) : text));
    }

    [GeneratedRegex(
        """^\s*def handler\(event, context\):\s*return (?<expression>event|f?"[^"\\{}]*"|f"(?:[^"\\{}]|\{event\})*"|f?'[^'\\{}]*'|f'(?:[^'\\{}]|\{event\})*')\s*$""",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex OneReturn();
}
