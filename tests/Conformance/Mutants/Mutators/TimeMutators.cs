using System.Globalization;
using Compiled.Language.Binding;
using Compiled.Language.Faults;
using Compiled.Language.Json;

namespace Conformance.Mutants.Mutators;

/// <summary>Breaks timeouts, heartbeats and waits.</summary>
internal static class TimeMutators
{
    public static IReadOnlyList<Mutator> All { get; } =
    [
        new(TimeFaults.HeartbeatNotBelowTimeout, "equal", static definition => Tasks(definition).Where(static task => !HasTime(task))
            .Select(static task => new Mutation(task.Source.Pointer, Edit.Add(task.Source, "\"TimeoutSeconds\":60,\"HeartbeatSeconds\":60")))),
        new(TimeFaults.HeartbeatNotBelowTimeout, "above", static definition => Tasks(definition).Where(static task => task.TimeoutSeconds < 99_999_999)
            .Select(static task => new Mutation(task.Source.Pointer, Edit.Set(task.Source, "HeartbeatSeconds", Text(task.TimeoutSeconds!.Value + 1))))),
        new(TimeFaults.RetryExceedsTimeout, "short machine", static definition => definition.Machine.States.OfType<WorkState>().SelectMany(static work => work.Retry)
            .Where(static retrier => retrier is { FullJitter: false, MaxAttempts: > 1 }).Select(retrier => new Mutation(retrier.Source.Pointer, Edit.Set(definition.Root, "TimeoutSeconds", "1")))),
        new(TimeFaults.RetryExceedsTimeout, "long interval", static definition => definition.Machine.States.OfType<WorkState>().SelectMany(static work => work.Retry)
            .Where(static retrier => retrier is { FullJitter: false, MaxAttempts: > 0, MaxDelaySeconds: null }).Select(static retrier => new Mutation(retrier.Source.Pointer, Edit.Set(retrier.Source, "IntervalSeconds", "40000000")))),
        new(TimeFaults.RetryExceedsTimeout, "Express", static definition => !definition.FitsExpress ? [] : definition.Machine.States.OfType<WorkState>().SelectMany(static work => work.Retry)
            .Where(static retrier => retrier is { FullJitter: false, MaxAttempts: > 1, MaxDelaySeconds: null }).Select(static retrier => new Mutation(retrier.Source.Pointer, Edit.Set(retrier.Source, "IntervalSeconds", "200")))) { Type = MachineType.Express },
        new(TimeFaults.TimeoutWithoutEffect, "above the machine's", static definition => Tasks(definition).Where(static task => !HasTime(task))
            .Select(task => new Mutation(task.Source.Pointer, Edit.Set(definition.Root, "TimeoutSeconds", "300"), Edit.Add(task.Source, "\"TimeoutSeconds\":301")))),
        new(TimeFaults.TimeoutWithoutEffect, "heartbeat of a function", static definition => Tasks(definition).Where(static task => !HasTime(task) && task.Arn.Kind == ResourceKind.Lambda)
            .Select(static task => new Mutation(task.Source.Pointer, Edit.Add(task.Source, "\"HeartbeatSeconds\":30")))),
        new(TimeFaults.WaitExceedsTimeout, "short machine", static definition => definition.Machine.States.OfType<WaitState>().Where(static wait => wait is { Seconds: > 1, IsReachable: true })
            // Those before it on the way may be the first that is too long.
            .Take(1).Select(wait => new Mutation(wait.Source.Pointer, Edit.Set(definition.Root, "TimeoutSeconds", Text((int)wait.Seconds!.Value - 1))))),
        new(TimeFaults.WaitExceedsTimeout, "long wait", static definition => definition.Machine.States.OfType<WaitState>().Where(static wait => wait.Seconds is not null)
            .Select(static wait => new Mutation(wait.Source.Pointer, Edit.Set(wait.Source, "Seconds", "40000000")))),
        new(TimeFaults.CallbackWithoutTimeout, "removed", static definition => Tasks(definition)
            .Where(task => task.Arn.Pattern == IntegrationPattern.WaitForTaskToken && HasTime(task) && definition.Machine.TimeoutSeconds is null)
            .Select(static task => new Mutation(task.Source.Pointer, [.. task.Source.Members.Where(static member => IsTime(member)).Select(member => Edit.Rename(member, "Comment")), .. task.Source.Members.Where(static member => IsTime(member)).Select(static member => Edit.Replace(member.Value, "\"\""))]))),
        new(TimeFaults.CallbackWithoutTimeout, "callback", static definition => definition.Machine.TimeoutSeconds is not null ? [] : Tasks(definition)
            .Where(static task => !HasTime(task) && (task.Resource.EndsWith(":::lambda:invoke", StringComparison.Ordinal) || task.Resource.EndsWith(":::sqs:sendMessage", StringComparison.Ordinal)))
            .Select(static task => new Mutation(task.Source.Pointer, Edit.Set(task.Source, "Resource", JsonText.Quote(task.Resource + ".waitForTaskToken"))))),
    ];

    private static IEnumerable<TaskState> Tasks(SoundDefinition definition) => definition.Machine.States.OfType<TaskState>();

    private static bool HasTime(TaskState task) => task.Source.Members.Any(IsTime);

    private static bool IsTime(JsonMember member) => member.Name.StartsWith("Timeout", StringComparison.Ordinal) || member.Name.StartsWith("Heartbeat", StringComparison.Ordinal);

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
