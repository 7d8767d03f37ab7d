using Compiled;
using Compiled.Values;

namespace ExpressHost.Tests.Machines;

/// <summary>Two tasks and an output that read some parts of the input, done by a function.</summary>
[StateMachine("Parts.asl.json", Type = MachineType.Express)]
public sealed partial class PartsWorkflow(Func<JsonValue, TaskContext, ValueTask<JsonValue>> answer)
{
    [TaskHandler("first")]
    private ValueTask<JsonValue> FirstAsync(JsonValue input, TaskContext context) => answer(input, context);

    [TaskHandler("second")]
    private ValueTask<JsonValue> SecondAsync(JsonValue input, TaskContext context) => answer(input, context);

    /// <summary>An input, with members that nobody reads.</summary>
    public static string Input(int number) => $$$"""{ "x": [{{{number}}}, {"deep": [null]}], "in": {"id": "id-{{{number}}}", "list": [{"n": {{{number}}}}, "\u0041{{{number}}}"]} }""";

    /// <summary>What the first task is given.</summary>
    public static string First(int number) => $$$"""{"id":"id-{{{number}}}","list":[{"n":{{{number}}}},"\u0041{{{number}}}"],"k":1.0}""";

    /// <summary>What the second task is given.</summary>
    public static string Second(int number) => $$$"""[{"n":{{{number}}}},"\u0041{{{number}}}"]""";

    /// <summary>The output where both tasks answer with what they are given.</summary>
    public static string Output(int number) => $$$"""{"id":"id-{{{number}}}","first":{{{First(number)}}},"second":{{{Second(number)}}}}""";
}
