using Compiled.Values;

namespace Compiled.Execution;

/// <summary>
/// All that an execution is told when it starts. With the signals that follow, it determines every event and effect, so it is what
/// a host must keep to fold an execution again. Names and ARNs left out are derived from the seed.
/// </summary>
public readonly struct ExecutionStart
{
    /// <summary>The input.</summary>
    public required JsonValue Input { get; init; }

    /// <summary>When the execution started; the default where no history is kept and nobody asks.</summary>
    public DateTimeOffset Time { get; init; }

    /// <summary>The seed of jitter, UUIDs, random numbers and tokens; null takes a new one from the system when it is first needed.</summary>
    public ulong? Seed { get; init; }

    /// <summary>The execution's name; a UUID when left out.</summary>
    public string? Name { get; init; }

    /// <summary>The execution's ARN; derived from the machine's ARN and the name when left out.</summary>
    public string? ExecutionArn { get; init; }

    /// <summary>The machine's ARN; a local one when left out.</summary>
    public string? StateMachineArn { get; init; }

    /// <summary>The machine's name; the definition's when left out.</summary>
    public string? StateMachineName { get; init; }

    /// <summary>The role; a local one when left out.</summary>
    public string? RoleArn { get; init; }

    /// <summary>The ARN of the machine's version that it was started by; null for none.</summary>
    public string? StateMachineVersionArn { get; init; }

    /// <summary>The ARN of the machine's alias that it was started by; null for none.</summary>
    public string? StateMachineAliasArn { get; init; }

    /// <summary>The X-Ray header that came with the start, at most 256 characters; null for none.</summary>
    public string? TraceHeader { get; init; }

    /// <summary>The test case of a mock file by which its tasks are answered; null for none.</summary>
    public string? TestCase { get; init; }

    /// <summary>How often the execution was redriven.</summary>
    public int RedriveCount { get; init; }

    /// <summary>What the first eight bytes of every token are, most significant first, for a host that finds executions by it; 0 for none.</summary>
    public long TokenPrefix { get; init; }

    /// <summary>Read when no history is kept, so that no signal carries a time; the system's when left out.</summary>
    internal TimeProvider? Clock { get; init; }

    internal static ExecutionStart Of(in JsonValue input, long ticks, ExecutionOptions options) => new()
    {
        Input = input,
        Time = new DateTimeOffset(ticks, TimeSpan.Zero),
        Seed = options.Seed,
        Name = options.Name,
        ExecutionArn = options.ExecutionArn,
        StateMachineArn = options.StateMachineArn,
        StateMachineName = options.StateMachineName,
        RoleArn = options.RoleArn,
        StateMachineVersionArn = options.StateMachineVersionArn,
        StateMachineAliasArn = options.StateMachineAliasArn,
        TraceHeader = options.TraceHeader,
        TestCase = options.TestCase,
        Clock = options.TimeProvider,
    };

    /// <summary>The start as compact JSON, for a journal; members that say nothing are left out.</summary>
    public byte[] ToUtf8() => StartText.Write(in this);

    /// <summary>Reads what <see cref="ToUtf8"/> wrote.</summary>
    public static ExecutionStart Parse(ReadOnlySpan<byte> utf8) => StartText.Read(utf8);
}
