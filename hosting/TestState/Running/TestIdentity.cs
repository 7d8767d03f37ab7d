using System.Globalization;
using Compiled.Execution;
using Compiled.Values;

namespace Compiled.TestState.Running;

/// <summary>Who a test's execution says it is: an Express execution of a machine made for it. FEATURES X-023.</summary>
internal sealed class TestIdentity
{
    private readonly StateTesterOptions _options;
    private readonly string _machine, _name;

    public TestIdentity(StateTesterOptions options)
    {
        _options = options;
        _machine = Uuid(options, 1);
        _name = Uuid(options, 2);
    }

    /// <summary>The execution's ARN: <c>arn:aws:states:REGION:ACCOUNT:express:MACHINE:NAME</c>.</summary>
    public string ExecutionId => Arn("express", _machine + ":" + _name);

    public ExecutionStart Start(JsonValue input, DateTimeOffset time, string? roleArn) => new()
    {
        Input = input,
        Time = time,
        Seed = _options.Seed,
        Name = _name,
        ExecutionArn = ExecutionId,
        StateMachineArn = Arn("stateMachine", _machine),
        StateMachineName = _machine,
        RoleArn = roleArn ?? $"arn:aws:iam::{_options.AccountId}:role/TestState",
    };

    private string Arn(string kind, string name) => $"arn:aws:states:{_options.Region}:{_options.AccountId}:{kind}:{name}";

    private static string Uuid(StateTesterOptions options, int number) => options.Seed is { } seed
        ? string.Create(CultureInfo.InvariantCulture, $"00000000-0000-4000-{0x8000 | number:x4}-{seed & 0xFFFF_FFFF_FFFF:x12}")
        : Guid.NewGuid().ToString();
}
