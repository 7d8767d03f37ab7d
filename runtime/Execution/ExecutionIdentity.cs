using System.Buffers.Binary;
using System.Security.Cryptography;
using Compiled.Values;

namespace Compiled.Execution;

/// <summary>
/// Who an execution is: its names, and what derives from its seed. Few executions are asked, so it is made when one is, or when it is told
/// more than its input.
/// </summary>
internal sealed class ExecutionIdentity(ExecutionRun run, in ExecutionStart start)
{
    private readonly ExecutionStart _start = start;
    private ulong? _seed = start.Seed;
    private SeededRandom? _random;
    private string? _name, _arn;
    private JsonValue _contextExecution, _contextStateMachine;
    private int _tokens, _redrives;
    private int[]? _calls;

    public SeededRandom Random => _random ??= new SeededRandom(Seed);

    public ulong Seed
    {
        get
        {
            // A handler on another thread may be the first to ask for a name that derives from the seed.
            lock (this)
                return _seed ??= NewSeed();
        }
    }

    public string Name => _name ??= _start.Name ?? Arns.ExecutionName(_start.ExecutionArn) ?? DerivedUuid("name"u8);

    public string ExecutionArn => _arn ??= _start.ExecutionArn ?? Arns.Execution(StateMachineArn, run.Machine.Type, Name, () => DerivedUuid("run"u8));

    public string StateMachineArn => _start.StateMachineArn ?? Arns.StateMachine(_start.StateMachineName ?? run.Machine.Name);

    public string StateMachineName => _start.StateMachineName ?? Arns.StateMachineName(_start.StateMachineArn) ?? run.Machine.Name;

    public string RoleArn => _start.RoleArn ?? Arns.Role;

    /// <summary>By what the execution was started; null for the machine itself.</summary>
    public Qualifier? Qualifier => _start.StateMachineVersionArn is { } version ? new Qualifier(version, _start.StateMachineAliasArn) : null;

    public string? TestCase => _start.TestCase;

    public int RedriveCount => _start.RedriveCount + _redrives;

    /// <summary>When the execution was redriven last; null when it never was.</summary>
    public DateTimeOffset? RedriveTime { get; private set; }

    /// <summary>What the context object says of the execution, asked by <paramref name="asking"/>, which knows when it started: it may have taken over from another.</summary>
    public JsonValue ContextExecution(ExecutionRun asking) => _contextExecution.IsMissing ? _contextExecution = ContextObject.ExecutionOf(asking) : _contextExecution;

    public JsonValue ContextStateMachine => _contextStateMachine.IsMissing ? _contextStateMachine = ContextObject.StateMachineOf(run) : _contextStateMachine;

    /// <summary>The flows that a redrive has still to bring back.</summary>
    public object? Restarts { get; set; }

    /// <summary>Counts a redrive.</summary>
    public void Redriven(DateTimeOffset time)
    {
        _redrives++;
        RedriveTime = time;
        _contextExecution = default;
    }

    /// <summary>Counts a call of a state's task in an execution with a test case; gives how many there were before.</summary>
    public int CountCall(int state) => (_calls ??= new int[run.Machine.StateTable.Length])[state]++;

    /// <summary>A token that nobody can guess and that the same execution makes again when it is folded.</summary>
    public string NewTaskToken()
    {
        Span<byte> hash = stackalloc byte[32], purpose = stackalloc byte[10];
        "token:"u8.CopyTo(purpose);
        BinaryPrimitives.WriteInt32LittleEndian(purpose[6..], ++_tokens);
        SeededRandom.Derive(Seed, purpose, hash);
        // The ARN is in the token, so that executions that a test starts with the same seed don't share tokens.
        Span<byte> keyed = stackalloc byte[32];
        HMACSHA256.HashData(hash, System.Text.Encoding.UTF8.GetBytes(ExecutionArn), keyed);
        // 24 bytes that nobody guesses are left where a host asks for its own eight.
        if (_start.TokenPrefix != 0)
            BinaryPrimitives.WriteInt64BigEndian(keyed, _start.TokenPrefix);
        return Convert.ToBase64String(keyed);
    }

    /// <summary>An id and a seed for what belongs to the execution. As with tokens the ARN is in both, for a test may start several with one seed.</summary>
    public (Guid Id, ulong Seed) Derive(string purpose)
    {
        Span<byte> hash = stackalloc byte[32], keyed = stackalloc byte[32];
        SeededRandom.Derive(Seed, System.Text.Encoding.UTF8.GetBytes(purpose), hash);
        HMACSHA256.HashData(hash, System.Text.Encoding.UTF8.GetBytes(ExecutionArn), keyed);
        return (SeededRandom.Uuid(keyed), BinaryPrimitives.ReadUInt64LittleEndian(keyed[16..]));
    }

    public ExecutionIdentity Isolate()
    {
        ExecutionIdentity copy = (ExecutionIdentity)MemberwiseClone();
        copy._random = null;
        return copy;
    }

    public void Reseed(ulong seed) => _random = new SeededRandom(seed);

    /// <summary>Whether the execution made this token.</summary>
    public bool HasIssued(string token)
    {
        int issued = _tokens;
        bool found = false;
        for (_tokens = 0; _tokens < issued && !found;)
            found = NewTaskToken() == token;
        _tokens = issued;
        return found;
    }

    public string DerivedUuid(ReadOnlySpan<byte> purpose)
    {
        Span<byte> hash = stackalloc byte[32];
        SeededRandom.Derive(Seed, purpose, hash);
        return SeededRandom.Uuid(hash).ToString();
    }

    private static ulong NewSeed()
    {
        Span<byte> bytes = stackalloc byte[8];
        RandomNumberGenerator.Fill(bytes);
        return BinaryPrimitives.ReadUInt64LittleEndian(bytes);
    }
}
