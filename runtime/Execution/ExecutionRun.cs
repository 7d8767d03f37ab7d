using System.Buffers.Binary;
using System.Security.Cryptography;
using Compiled.Jsonata;
using Compiled.Values;

namespace Compiled.Execution;

/// <summary>What an execution is apart from its history: who it is, its clock and randomness, its counters, and how it ended.</summary>
public abstract class ExecutionRun
{
    // the event that ends an execution for its number of events is number 25,000.
    private const int LastStandardEvent = 24_999;

    private readonly ExecutionStart _start;
    private ulong? _seed;
    private SeededRandom? _random;
    private string? _name, _arn;
    private JsonValue _contextExecution, _contextStateMachine;
    private Evaluation? _evaluation;
    private int _tokens;

    private protected ExecutionRun(MachineInfo machine, in ExecutionStart start)
    {
        Machine = machine;
        _start = start;
        _seed = start.Seed;
        EventLimit = machine.Type == MachineType.Standard ? LastStandardEvent : int.MaxValue - 1;
        Ticks = start.Time.UtcTicks;
        StartTicks = Ticks;
    }

    /// <summary>The compiled definition.</summary>
    public MachineInfo Machine { get; }

    /// <summary>The execution's input.</summary>
    public JsonValue Input => _start.Input;

    /// <summary>Running until the execution ended.</summary>
    public ExecutionStatus Status { get; private protected set; }

    /// <summary>The output of an execution that succeeded; missing otherwise.</summary>
    public JsonValue Output { get; private protected set; }

    /// <summary>The error of an execution that ended otherwise; null when it succeeded or none was given.</summary>
    public Fault? Fault { get; private protected set; }

    /// <summary>How many events there were, recorded or not.</summary>
    public int EventCount => Events;

    /// <summary>
    /// The time as the execution sees it: that of the last signal. Where no history is kept the signals carry none, and the clock
    /// is read at the first call after each signal.
    /// </summary>
    public DateTimeOffset Now => new(ReadTicks(), TimeSpan.Zero);

    /// <summary>When the execution started.</summary>
    public DateTimeOffset StartTime
    {
        get
        {
            if (StartTicks == 0)
                StartTicks = ReadTicks();
            return new DateTimeOffset(StartTicks, TimeSpan.Zero);
        }
    }

    /// <summary>The execution's randomness: jitter, UUIDs and <c>States.MathRandom</c> draw from it.</summary>
    public SeededRandom Random => _random ??= new SeededRandom(Seed);

    /// <summary>The seed, taken from the system when none was given.</summary>
    public ulong Seed
    {
        get
        {
            // A handler on another thread may be the first to ask for a name that derives from the seed.
            lock (Machine)
                return _seed ??= NewSeed();
        }
    }

    /// <summary>The execution's name.</summary>
    public string Name => _name ??= _start.Name ?? Arns.ExecutionName(_start.ExecutionArn) ?? DerivedUuid("name"u8);

    /// <summary>The execution's ARN. X-023.</summary>
    public string ExecutionArn => _arn ??= _start.ExecutionArn ?? Arns.Execution(StateMachineArn, Machine.Type, Name, () => DerivedUuid("run"u8));

    /// <summary>The machine's ARN, without version or alias.</summary>
    public string StateMachineArn => _start.StateMachineArn ?? Arns.StateMachine(_start.StateMachineName ?? Machine.Name);

    /// <summary>The machine's name.</summary>
    public string StateMachineName => _start.StateMachineName ?? Arns.StateMachineName(_start.StateMachineArn) ?? Machine.Name;

    /// <summary>The role.</summary>
    public string RoleArn => _start.RoleArn ?? Arns.Role;

    internal JsonValue ContextExecution => _contextExecution.IsMissing ? _contextExecution = ContextObject.ExecutionOf(this) : _contextExecution;

    internal JsonValue ContextStateMachine => _contextStateMachine.IsMissing ? _contextStateMachine = ContextObject.StateMachineOf(this) : _contextStateMachine;

    // One for all expressions of the execution, which runs on one thread at a time.
    internal Evaluation Evaluate()
    {
        Evaluation evaluation = _evaluation ??= new Evaluation(this);
        evaluation.Renew();
        return evaluation;
    }

    internal int RedriveCount => _start.RedriveCount;

    internal string Region => Arns.Region(ExecutionArn);

    internal int Events;
    internal readonly int EventLimit;
    internal int Effects;
    internal bool Overflowed;

    private protected long Ticks;
    private protected long StartTicks;

    private protected long ReadTicks()
    {
        if (Ticks == 0)
            Ticks = (_start.Clock ?? TimeProvider.System).GetUtcNow().UtcTicks;
        return Ticks;
    }

    /// <summary>A token that nobody can guess and that the same execution makes again when it is folded.</summary>
    internal string NewTaskToken()
    {
        Span<byte> hash = stackalloc byte[32], purpose = stackalloc byte[10];
        "token:"u8.CopyTo(purpose);
        BinaryPrimitives.WriteInt32LittleEndian(purpose[6..], ++_tokens);
        SeededRandom.Derive(Seed, purpose, hash);
        // The ARN is in the token, so that executions that a test starts with the same seed don't share tokens.
        Span<byte> keyed = stackalloc byte[32];
        HMACSHA256.HashData(hash, System.Text.Encoding.UTF8.GetBytes(ExecutionArn), keyed);
        return Convert.ToBase64String(keyed);
    }

    private static ulong NewSeed()
    {
        Span<byte> bytes = stackalloc byte[8];
        RandomNumberGenerator.Fill(bytes);
        return BinaryPrimitives.ReadUInt64LittleEndian(bytes);
    }

    internal string DerivedUuid(ReadOnlySpan<byte> purpose)
    {
        Span<byte> hash = stackalloc byte[32];
        SeededRandom.Derive(Seed, purpose, hash);
        return SeededRandom.Uuid(hash).ToString();
    }
}
