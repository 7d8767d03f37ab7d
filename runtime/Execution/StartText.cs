using System.Globalization;
using Compiled.Values;

namespace Compiled.Execution;

/// <summary>The JSON of an <see cref="ExecutionStart"/>.</summary>
internal static class StartText
{
    private static readonly Key
        Input = Key.Of("input"), Time = Key.Of("time"), Seed = Key.Of("seed"), Name = Key.Of("name"), ExecutionArn = Key.Of("executionArn"),
        StateMachineArn = Key.Of("stateMachineArn"), StateMachineName = Key.Of("stateMachineName"), RoleArn = Key.Of("roleArn"),
        StateMachineVersionArn = Key.Of("stateMachineVersionArn"), StateMachineAliasArn = Key.Of("stateMachineAliasArn"), TraceHeader = Key.Of("traceHeader"),
        TestCase = Key.Of("testCase"),
        RedriveCount = Key.Of("redriveCount"), TokenPrefix = Key.Of("tokenPrefix");

    public static byte[] Write(in ExecutionStart start)
    {
        List<JsonProperty> members = [new(Input, start.Input), new(Time, start.Time.UtcTicks), new(RedriveCount, start.RedriveCount)];
        // As text: a seed may be larger than what JSON numbers hold exactly.
        Add(members, Seed, start.Seed?.ToString(CultureInfo.InvariantCulture));
        Add(members, Name, start.Name);
        Add(members, ExecutionArn, start.ExecutionArn);
        Add(members, StateMachineArn, start.StateMachineArn);
        Add(members, StateMachineName, start.StateMachineName);
        Add(members, RoleArn, start.RoleArn);
        Add(members, StateMachineVersionArn, start.StateMachineVersionArn);
        Add(members, StateMachineAliasArn, start.StateMachineAliasArn);
        Add(members, TraceHeader, start.TraceHeader);
        Add(members, TestCase, start.TestCase);
        if (start.TokenPrefix != 0)
            members.Add(new(TokenPrefix, start.TokenPrefix));
        return JsonValue.ObjectOf([.. members]).ToUtf8();
    }

    public static ExecutionStart Read(ReadOnlySpan<byte> utf8)
    {
        JsonValue start = JsonValue.Parse(utf8);
        return new ExecutionStart
        {
            Input = start[Input],
            Time = start[Time].TryGetInt64(out long ticks) ? new DateTimeOffset(ticks, TimeSpan.Zero) : default,
            Seed = Text(start[Seed]) is { } seed ? ulong.Parse(seed, CultureInfo.InvariantCulture) : null,
            Name = Text(start[Name]),
            ExecutionArn = Text(start[ExecutionArn]),
            StateMachineArn = Text(start[StateMachineArn]),
            StateMachineName = Text(start[StateMachineName]),
            RoleArn = Text(start[RoleArn]),
            StateMachineVersionArn = Text(start[StateMachineVersionArn]),
            StateMachineAliasArn = Text(start[StateMachineAliasArn]),
            TraceHeader = Text(start[TraceHeader]),
            TestCase = Text(start[TestCase]),
            RedriveCount = start[RedriveCount].TryGetInt64(out long count) ? (int)count : 0,
            TokenPrefix = start[TokenPrefix].TryGetInt64(out long prefix) ? prefix : 0,
        };
    }

    private static void Add(List<JsonProperty> members, Key key, string? text)
    {
        if (text is not null)
            members.Add(new JsonProperty(key, text));
    }

    private static string? Text(in JsonValue value) => value.IsString ? value.AsString() : null;
}
