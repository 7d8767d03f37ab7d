using System.Reflection;
using System.Text.Json;
using Compiled.Generator.Tests.Pipeline;
using Compiled.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.Extensions.Logging.Abstractions;

namespace Compiled.Generator.Tests.Emit.Typed;

/// <summary>
/// A machine <c>M</c> whose input is a C# type <c>In</c> and whose output is <c>Out</c>, run on its typed lane, and through JSON in three ways: with options for System.Text.Json
/// of its own, which are the ones that it would have anyway, with a history, and with a logger.
/// </summary>
internal sealed class LaneProject
{
    private const string Task = "\"Type\":\"Task\",\"Resource\":\"arn:aws:lambda:us-east-1:123456789012:function:";

    private const string Driver = """

        public static class Driver
        {
            public static List<string> Calls { get; } = new();
            public static In? Input { get; private set; }

            // An object is told as it is when the handler begins.
            public static void Note<T>(string name, T value) =>
                Calls.Add((Environment.StackTrace.Contains("__Lane.Run(", StringComparison.Ordinal) ? "lane " : "") + name + " " + JsonSerializer.Serialize(value, JsonSerializerOptions.Web));

            public static async Task<string> Run(string json, ExecutionOptions options, CancellationToken token)
            {
                Calls.Clear();
                Input = JsonSerializer.Deserialize<In>(json, JsonSerializerOptions.Web);
                Change?.Invoke(Input!);
                string before = Safely(Input);
                string end;
                try
                {
                    end = Safely(await new M().RunAsync(Input!, options, token));
                }
                catch (WorkflowFailedException failed)
                {
                    end = failed.Status + " " + failed.Error + ": " + failed.Cause?.Split("stackTrace")[0];
                }
                catch (Exception exception)
                {
                    end = exception.GetType().Name + ": " + exception.Message;
                }
                return end + (Safely(Input) == before ? "" : " and changed its input");
            }

            private static string Safely<T>(T value)
            {
                try { return JsonSerializer.Serialize(value, JsonSerializerOptions.Web); }
                catch (ArgumentException) { return "no JSON"; }
            }

            public static Action<In>? Change { get; set; }
        }
        """;

    private readonly Func<string, ExecutionOptions, CancellationToken, Task<string>> _run;
    private readonly List<string> _calls;

    private LaneProject(Assembly assembly, string code)
    {
        Type driver = assembly.GetType("Shop.Driver")!;
        _run = driver.GetMethod("Run")!.CreateDelegate<Func<string, ExecutionOptions, CancellationToken, Task<string>>>();
        _calls = (List<string>)driver.GetProperty("Calls")!.GetValue(null)!;
        Code = code;
    }

    /// <summary>The emitted file.</summary>
    public string Code { get; }

    /// <summary>Whether the machine has a typed lane.</summary>
    public bool HasLane => Code.Contains("file static class Lane", StringComparison.Ordinal);

    /// <summary>What the compiler warns of in emitted code.</summary>
    public IEnumerable<Diagnostic> Warnings { get; private init; } = [];

    /// <summary>Compiles a machine.</summary>
    /// <param name="types">C# with the types and, in a class <c>partial class M</c>, the handlers.</param>
    /// <param name="states">The states, of which <c>A</c> is the first; <c>«f»</c> stands for the type and resource of a task for a handler <c>f</c>.</param>
    /// <param name="attribute">Further arguments of the class's attribute, with a comma before each.</param>
    public static LaneProject Of(string types, string states, string attribute = "")
    {
        string definition = "{\"StartAt\":\"A\",\"States\":{" + System.Text.RegularExpressions.Regex.Replace(states, "«(\\w+)»", Task + "$1\"") + "}}";
        string code = "#nullable enable\nusing Compiled; using System; using System.Collections.Generic; using System.Text.Json; using System.Text.Json.Serialization; using System.Threading; using System.Threading.Tasks;\n"
            + "namespace Shop;\n" + types + $"\n[StateMachine(\"M.asl.json\", Input = typeof(In), Output = typeof(Out){attribute})] public sealed partial class M;\n" + Driver;
        TestProject project = new TestProject().Source("Shop.cs", code).Definition("/shop/M.asl.json", definition);
        Assert.Empty(project.Driver().RunGenerators(project.Compile()).GetRunResult().Diagnostics);
        string emitted = project.Generate().Values.Single(text => text.Contains("partial class M ", StringComparison.Ordinal));
        return new LaneProject(EmittedAssembly.Load(project), emitted)
        {
            Warnings = project.CompileGenerated().GetDiagnostics().Where(static message => message.Severity == DiagnosticSeverity.Warning && message.Location.SourceTree?.FilePath.EndsWith(".g.cs", StringComparison.Ordinal) == true),
        };
    }

    /// <summary>Runs the machine in all ways; all end alike and call the same handlers with the same. Gives the end, and the calls with those from the lane marked.</summary>
    public async Task<(string End, string Calls)> RunAsync(string input, Func<CancellationTokenSource>? stop = null)
    {
        // Under a test's own synchronization context no path is taken.
        return await System.Threading.Tasks.Task.Run(async () =>
        {
            (string End, string Calls) lane = await RunAsync(input, new ExecutionOptions(), stop);
            (string End, string Calls) asked = await RunAsync(input, new ExecutionOptions { JsonSerializerOptions = JsonSerializerOptions.Web }, stop);
            (string End, string Calls) recorded = await RunAsync(input, new ExecutionOptions { RecordHistory = true }, stop);
            (string End, string Calls) logged = await RunAsync(input, new ExecutionOptions { Logger = NullLogger.Instance }, stop);
            Assert.DoesNotContain("lane ", asked.Calls + recorded.Calls + logged.Calls, StringComparison.Ordinal);
            (string, string) unmarked = (lane.End, lane.Calls.Replace("lane ", "", StringComparison.Ordinal));
            Assert.Equal(asked, unmarked);
            Assert.Equal(recorded, unmarked);
            Assert.Equal(logged, unmarked);
            return lane;
        });
    }

    private async Task<(string End, string Calls)> RunAsync(string input, ExecutionOptions options, Func<CancellationTokenSource>? stop)
    {
        using CancellationTokenSource? source = stop?.Invoke();
        string end = await _run(input, options with { Seed = 1, TimeProvider = new VirtualTimeProvider(DateTimeOffset.UnixEpoch) { AutoAdvance = true } }, source?.Token ?? default);
        return (end, string.Join('\n', _calls));
    }
}
