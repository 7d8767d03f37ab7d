using Compiled.Compilation;

namespace Compiled.Server.Machines;

/// <summary>
/// Compiles a small definition in the background when a server starts: the first compilation of a process loads the C# compiler and takes seconds, which the first
/// client would wait for.
/// </summary>
internal static class CompilerWarmUp
{
    private const string Definition = """
        {"StartAt":"Choose","States":{
          "Choose":{"Type":"Choice","Choices":[{"Variable":"$.value","NumericGreaterThan":1,"Next":"Call"}],"Default":"Make"},
          "Call":{"Type":"Task","Resource":"arn:aws:lambda:us-east-1:123456789012:function:work","Retry":[{"ErrorEquals":["States.ALL"]}],"Next":"Make"},
          "Make":{"Type":"Pass","Parameters":{"text.$":"States.Format('{}', $.value)"},"End":true}}}
        """;

    private static int s_begun;

    /// <summary>Begins, once in a process.</summary>
    public static void Begin()
    {
        if (Interlocked.Exchange(ref s_begun, 1) == 0)
            _ = Task.Run(static () => new DefinitionCache().Compile("WarmUp", Definition, MachineType.Standard));
    }
}
