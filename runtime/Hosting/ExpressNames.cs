using Compiled.Execution;

namespace Compiled.Hosting;

/// <summary>Names as an execution itself derives them from its seed, so that host and execution know the same without telling each other.</summary>
internal static class ExpressNames
{
    public static string Derived(ulong seed, ReadOnlySpan<byte> purpose)
    {
        Span<byte> hash = stackalloc byte[32];
        SeededRandom.Derive(seed, purpose, hash);
        return SeededRandom.Uuid(hash).ToString();
    }

    /// <summary>The execution's name.</summary>
    public static string NameOf(ExecutionOptions options) => options.Name ?? Arns.ExecutionName(options.ExecutionArn) ?? Derived(options.Seed!.Value, "name"u8);

    /// <summary>The machine's ARN.</summary>
    public static string MachineArnOf(ExecutionOptions options, string machine) => options.StateMachineArn ?? Arns.StateMachine(options.StateMachineName ?? machine);

    /// <summary>The execution's ARN. FEATURES X-023.</summary>
    public static string ArnOf(ExecutionOptions options, string machine)
        => options.ExecutionArn ?? Arns.Execution(MachineArnOf(options, machine), MachineType.Express, NameOf(options), () => Derived(options.Seed!.Value, "run"u8));
}
