using System.Runtime.CompilerServices;
using Compiled.Execution;
using Compiled.Expressions;
using Compiled.Values;

namespace Compiled.Jsonata;

/// <summary>
/// What one evaluation of an expression knows of the world and how much it may still do. It reads no clock: an execution evaluates an
/// expression again, with the same result, when it is resumed.
/// </summary>
public sealed class Evaluation
{
    private readonly ExecutionRun? _run;
    private readonly TimeProvider? _clock;
    private DateTimeOffset _now;
    private readonly IRandomSource? _random;

    /// <summary>An evaluation on its own.</summary>
    /// <param name="now">The time that it sees.</param>
    /// <param name="random">Its randomness.</param>
    public Evaluation(DateTimeOffset now, IRandomSource random) => (_now, _random) = (now, random);

    // An execution reads its clock and makes its randomness only for an expression that asks.
    internal Evaluation(ExecutionRun run) => _run = run;

    // Neither does an evaluation outside any execution: the instant is the one at which it first asks.
    internal Evaluation(TimeProvider clock, IRandomSource random) => (_clock, _random) = (clock, random);

    /// <summary>How many steps (elements visited, functions called) an evaluation may take unless a host says otherwise.</summary>
    public const long DefaultSteps = 50_000_000;

    /// <summary>How deep functions may call each other unless a host says otherwise; a tail call adds no level.</summary>
    public const int DefaultDepth = 500;

    /// <summary>The time that <c>$now()</c> and <c>$millis()</c> give, the same throughout the evaluation.</summary>
    public DateTimeOffset Now => _run is not null ? _run.Now : _clock is not null && _now == default ? _now = _clock.GetUtcNow() : _now;

    /// <summary>What <c>$random</c>, <c>$uuid</c> and <c>$shuffle</c> draw from.</summary>
    public IRandomSource Random => _random ?? _run!.Random;

    /// <summary>How many steps are left.</summary>
    public long Steps = DefaultSteps;

    /// <summary>How many levels of calls are left.</summary>
    public int Depth = DefaultDepth;

    // A call in tail position, which the function that called the one that ends with it makes in its stead.
    private JsonValue[]? _tailArguments;
    private JsonValue _tailFunction;
    private string? _tailName;

    /// <summary>Gives the next evaluation the whole budget.</summary>
    internal void Renew()
    {
        Steps = DefaultSteps;
        Depth = DefaultDepth;
        _tailArguments = null;
        if (_clock is not null)
        {
            _now = default;
        }
    }

    /// <summary>Counts steps of work that can multiply.</summary>
    /// <exception cref="JsonataException">U1001: there are none left.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Step(int count = 1)
    {
        if ((Steps -= count) < 0)
        {
            throw OutOfSteps();
        }
    }

    /// <summary>Counts a level of calls, which <see cref="Leave"/> takes back.</summary>
    /// <exception cref="JsonataException">U1001: there are none left, or the stack is.</exception>
    internal void Enter()
    {
        Step();
        if (--Depth < 0 || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw OutOfDepth();
        }
    }

    /// <summary>Takes back a level. A failure leaves levels taken: it ends the evaluation.</summary>
    internal void Leave() => Depth++;

    /// <summary>Ends a function with a call: its caller makes it, so that the stack does not grow.</summary>
    public JsonValue TailCall(JsonValue function, string? name, params ReadOnlySpan<JsonValue> arguments)
    {
        _tailArguments = arguments.ToArray();
        _tailFunction = function;
        _tailName = name;
        return default;
    }

    /// <summary>Takes the call that a function ended with.</summary>
    internal bool TakeTailCall(out JsonValue function, out string? name, out JsonValue[] arguments)
    {
        function = _tailFunction;
        name = _tailName;
        arguments = _tailArguments!;
        if (arguments is null)
        {
            return false;
        }

        _tailFunction = default;
        _tailArguments = null;
        return true;
    }

    private static JsonataException OutOfSteps() => new("U1001", "Expression evaluation timeout: Check for infinite loop");

    private static JsonataException OutOfDepth() => new("U1001", "Stack overflow error: Check for non-terminating recursive function.  Consider rewriting as tail-recursive.");
}
