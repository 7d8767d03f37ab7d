using Compiled.Generator;
using Compiled.Jsonata;
using Compiled.Values;

namespace Compiled.Compilation;

/// <summary>What became of one expression: its errors, its C#, and, where it has none, the function that it is.</summary>
public sealed class RunnableExpression
{
    private readonly Func<JsonValue, JsonValue[], Evaluation, JsonValue>? _evaluate;

    internal RunnableExpression(
        ExpressionSource source, CompiledExpression compiled, IReadOnlyList<CompilerMessage> messages, Func<JsonValue, JsonValue[], Evaluation, JsonValue>? evaluate)
    {
        Source = source;
        Errors = compiled.Errors;
        Code = compiled.Code;
        Messages = messages;
        _evaluate = evaluate;
    }

    /// <summary>The expression.</summary>
    public ExpressionSource Source { get; }

    /// <summary>What is wrong with the expression.</summary>
    public IReadOnlyList<JsonataCompileError> Errors { get; }

    /// <summary>The emitted C#.</summary>
    public string Code { get; }

    /// <summary>What the C# compiler says about <see cref="Code"/>; empty for every good expression.</summary>
    public IReadOnlyList<CompilerMessage> Messages { get; }

    /// <summary>Whether <see cref="Evaluate"/> gives a value.</summary>
    public bool IsRunnable => _evaluate is not null;

    /// <summary>Evaluates the expression; the result is missing where JSONata's is undefined.</summary>
    /// <param name="input">The input, <c>$</c>; missing for none.</param>
    /// <param name="variables">The values of the source's variables, in their order; missing ones are undefined.</param>
    /// <param name="evaluation">The time, the randomness and the bounds.</param>
    /// <exception cref="JsonataException">The expression failed.</exception>
    /// <exception cref="InvalidOperationException">The expression has errors and cannot be evaluated.</exception>
    public JsonValue Evaluate(JsonValue input, JsonValue[] variables, Evaluation evaluation)
    {
        ArgumentNullException.ThrowIfNull(variables);
        if (variables.Length != Source.Variables.Count)
            throw new ArgumentException($"The expression has {Source.Variables.Count} variables, and there are {variables.Length} values.", nameof(variables));
        return _evaluate is null
            ? throw new InvalidOperationException(Errors.Count > 0 ? $"{Errors[0].Code}: {Errors[0].Message}" : Messages[0].ToString())
            : _evaluate(input, variables, evaluation).Plain;
    }
}
