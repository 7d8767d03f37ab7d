using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Compiled.Execution;

namespace Compiled.MapRuns;

/// <summary>
/// The Map Run that an execution asks its host for: who it is, and what it is to do. The same execution makes the same request again when it is
/// folded, so that a host finds the run, and its children, by their names.
/// </summary>
public sealed class MapRunRequest
{
    /// <summary>How often a run can be redriven. AWS's limit.</summary>
    public const int MostRedrives = 1000;

    internal MapRunRequest(int state, MapRunSettings settings)
        => (State, Settings) = (state, settings);

    /// <summary>The number of the Map state; <see cref="Workflow.ChildOf"/> gives the workflow of its children.</summary>
    public int State { get; }

    /// <summary>What the state says of its run.</summary>
    public MapRunSettings Settings { get; }

    /// <summary>The state's name.</summary>
    public required string StateName { get; init; }

    /// <summary>The run's UUID, the last part of its ARN.</summary>
    public required string Id { get; init; }

    /// <summary>The run's ARN: <c>arn:aws:states:REGION:ACCOUNT:mapRun:MACHINE/LABEL:UUID</c>. FEATURES L-319.</summary>
    public required string Arn { get; init; }

    /// <summary>The ARN of the execution that the run belongs to.</summary>
    public required string ExecutionArn { get; init; }

    /// <summary>The ARN of the children's machine: <c>...:stateMachine:MACHINE/LABEL</c>.</summary>
    public required string StateMachineArn { get; init; }

    /// <summary>The name of the children's machine: <c>MACHINE/LABEL</c>.</summary>
    public required string StateMachineName { get; init; }

    /// <summary>Whether the children are Standard or Express executions.</summary>
    public required MachineType ChildType { get; init; }

    /// <summary>What the seeds of the children derive from.</summary>
    public required ulong Seed { get; init; }

    /// <summary>The effect of the execution that started the run; a redrive has an effect of its own, the run keeps this one.</summary>
    public required int Effect { get; init; }

    /// <summary>When the run started; the default where no history is kept.</summary>
    public required DateTimeOffset StartTime { get; init; }

    /// <summary>How often the run was redriven with its execution. FEATURES X-042.</summary>
    public int RedriveCount { get; private init; }

    internal IItemSelector? Selector { get; init; }

    /// <summary>The test case of the execution that the run belongs to, which its children have too; null for none.</summary>
    internal string? TestCase { get; init; }

    /// <summary>The same run, redriven once more: same ARN, same items, same children.</summary>
    internal MapRunRequest Redriven() => new(State, Settings)
    {
        StateName = StateName,
        Id = Id,
        Arn = Arn,
        ExecutionArn = ExecutionArn,
        StateMachineArn = StateMachineArn,
        StateMachineName = StateMachineName,
        ChildType = ChildType,
        Seed = Seed,
        Effect = Effect,
        StartTime = StartTime,
        Selector = Selector,
        TestCase = TestCase,
        RedriveCount = RedriveCount + 1,
    };

    /// <summary>The name of a child: a UUID that follows from the run's ARN and the child's number.</summary>
    public string ChildName(int index)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Arn}:{index}")), hash);
        return SeededRandom.Uuid(hash).ToString();
    }

    /// <summary>The name of the execution that takes the place of an Express child in a redrive: Express executions start anew, as others.</summary>
    public string RestartName(int index)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Arn}:{index}:{RedriveCount}")), hash);
        return SeededRandom.Uuid(hash).ToString();
    }

    /// <summary>The ARN of a child.</summary>
    public string ChildArn(int index) => ChildArn(ChildName(index));

    internal string ChildArn(string name) => Arns.Execution(StateMachineArn, ChildType, name, () => name);

    /// <summary>The seed of a child, which only who knows the execution's can work out.</summary>
    public ulong ChildSeed(int index) => Derive(string.Create(CultureInfo.InvariantCulture, $"child:{index}"));

    /// <summary>The seed of the execution that takes the place of an Express child in a redrive.</summary>
    public ulong RestartSeed(int index) => Derive(string.Create(CultureInfo.InvariantCulture, $"child:{index}:{RedriveCount}"));

    private ulong Derive(string purpose)
    {
        Span<byte> hash = stackalloc byte[32];
        SeededRandom.Derive(Seed, Encoding.UTF8.GetBytes(purpose), hash);
        return BitConverter.ToUInt64(hash);
    }
}
