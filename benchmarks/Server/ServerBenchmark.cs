using System.Diagnostics;
using System.Globalization;
using System.Runtime;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Compiled.Benchmarks.Durable;
using Compiled.Benchmarks.Ratios;

namespace Compiled.Benchmarks.Server;

/// <summary>
/// <c>benchmarks server [compile|sync|start] [--seconds 60] [--rounds 9]</c>: the server over HTTP on the loopback, clients in the same process; all three when none is
/// named. <c>compile</c> comes first, while nothing is compiled yet.
/// </summary>
internal static class ServerBenchmark
{
    private const string Usage = "usage: benchmarks server [compile|sync|start] [--seconds 60] [--rounds 9]";

    private const string InstrumentedCode = "DOTNET_TieredPGO";

    private const int SyncClients = 16, StartClients = 100, Machines = 20, MostWarmUpRounds = 40, QuietRounds = 2;

    private static readonly string[] s_parts = ["compile", "sync", "start"];

    // AWS's clients escape a quote in the input as two characters, not as six.
    private static readonly JsonSerializerOptions s_asClientsWrite = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task<int> RunAsync(string[] args, TextWriter output)
    {
        string[] parts = args is [var part, ..] && s_parts.Contains(part) ? [part] : s_parts;
        Dictionary<string, string> options = new(StringComparer.Ordinal) { ["--seconds"] = "60", ["--rounds"] = "9" };
        for (int i = parts.Length == 1 ? 1 : 0; i < args.Length; i += 2)
        {
            if (i + 1 == args.Length || !options.ContainsKey(args[i]))
            {
                output.WriteLine(Usage);
                return 2;
            }

            options[args[i]] = args[i + 1];
        }

        // As the command line runs, which compiles without instrumented code.
        if (parts.Contains("compile") && Environment.GetEnvironmentVariable(InstrumentedCode) != "0")
        {
            await CompileApartAsync(output);
            parts = [.. parts.Where(static name => name != "compile")];
            if (parts.Length == 0)
                return 0;
        }

        return await Folder.InAsync(async path =>
        {
            await using BenchServer server = await BenchServer.StartAsync(Path.GetDirectoryName(path)!);
            foreach (string name in parts)
            {
                await (name switch
                {
                    "compile" => CompileAsync(server, output),
                    "sync" => SyncAsync(server, int.Parse(options["--rounds"], CultureInfo.InvariantCulture), output),
                    _ => StartAsync(server, TimeSpan.FromSeconds(int.Parse(options["--seconds"], CultureInfo.InvariantCulture)), output),
                });
            }

            return 0;
        });
    }

    private static async Task CompileApartAsync(TextWriter output)
    {
        // `dotnet run` starts the program by its own file, `dotnet benchmarks.dll` by the host's.
        string program = typeof(ServerBenchmark).Assembly.Location;
        string[] arguments = ["server", "compile"];
        bool isHost = Path.GetFileNameWithoutExtension(Environment.ProcessPath) != Path.GetFileNameWithoutExtension(program);
        ProcessStartInfo start = new(Environment.ProcessPath!, isHost ? [program, .. arguments] : arguments) { RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment[InstrumentedCode] = "0";
        using Process process = Process.Start(start)!;
        output.Write(await process.StandardOutput.ReadToEndAsync());
        await process.WaitForExitAsync();
    }

    private static async Task CompileAsync(BenchServer server, TextWriter output)
    {
        List<double> times = [];
        for (int machine = 0; machine <= Machines; machine++)
        {
            (long from, TimeSpan used) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
            await CallAsync(server, "CreateStateMachine", Creation(string.Create(CultureInfo.InvariantCulture, $"TwentyStates{machine}"), TwentyStates(machine), "STANDARD"));
            double milliseconds = Stopwatch.GetElapsedTime(from).TotalMilliseconds, processor = (Environment.CpuUsage.TotalTime - used).TotalMilliseconds;
            if (machine == 0)
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"first definition of 20 states: {milliseconds:F0} ms ({processor:F0} ms processor)"));
            else
                times.Add(milliseconds);
        }

        times.Sort();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Machines} further ones: median {times[times.Count / 2]:F0} ms, worst {times[^1]:F0} ms"));
    }

    private static async Task SyncAsync(BenchServer server, int rounds, TextWriter output)
    {
        byte[] input = Workloads.Input("W2Order");
        string arn = await CreateAsync(server, "W2", Definition("W2Order"), "EXPRESS");
        JsonObject request = new() { ["stateMachineArn"] = arn, ["input"] = Encoding.UTF8.GetString(input) };
        JsonObject answer = await CallAsync(server, "StartSyncExecution", request);
        if ((string?)answer["status"] != "SUCCEEDED")
            throw new InvalidOperationException($"W2 does not succeed: {answer.ToJsonString()}");
        HttpLoad ours = new(server.Port, HttpLoad.Request("/", "StartSyncExecution", Encoding.UTF8.GetBytes(request.ToJsonString(s_asClientsWrite))), SyncClients);
        HttpLoad bare = new(server.Port, HttpLoad.Request(BenchServer.Bare, null, input), SyncClients);
        TimeSpan slice = TimeSpan.FromSeconds(1);
        await WarmUpAsync(ours, bare);

        List<(LoadFigures Ours, LoadFigures Bare)> all = [];
        for (int round = 0; round < rounds; round++)
            all.Add((await ours.RunAsync(slice), await bare.RunAsync(slice)));
        output.WriteLine("sync ours_per_s bare_per_s ratio ours_cpu_us bare_cpu_us cpu_ratio errors");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"W2 {Median(all, static pair => pair.Ours.PerSecond):F0} {Median(all, static pair => pair.Bare.PerSecond):F0} {Median(all, static pair => pair.Ours.PerSecond / pair.Bare.PerSecond):F2} {Median(all, static pair => pair.Ours.PerRequest.TotalMicroseconds):F1} {Median(all, static pair => pair.Bare.PerRequest.TotalMicroseconds):F1} {Median(all, static pair => pair.Bare.PerRequest / pair.Ours.PerRequest):F2} {all.Sum(static pair => pair.Ours.Errors + pair.Bare.Errors)}"));
    }

    // Until the JIT is done with both: on a busy machine it is late by tens of seconds, and unoptimized code that counts its calls is measured until then.
    private static async Task WarmUpAsync(params HttpLoad[] loads)
    {
        int quiet = 0;
        for (int round = 0; round < MostWarmUpRounds && quiet < QuietRounds; round++)
        {
            long compiled = JitInfo.GetCompiledMethodCount();
            long answers = 0;
            foreach (HttpLoad load in loads)
                answers += (await load.RunAsync(TimeSpan.FromSeconds(1))).Answers;
            quiet = JitInfo.GetCompiledMethodCount() == compiled && answers > 0 ? quiet + 1 : 0;
        }
    }

    private static async Task StartAsync(BenchServer server, TimeSpan time, TextWriter output)
    {
        string arn = await CreateAsync(server, "W1", Definition("W1Hello"), "STANDARD");
        JsonObject request = new() { ["stateMachineArn"] = arn, ["input"] = Encoding.UTF8.GetString(Workloads.Input("W1Hello")) };
        HttpLoad load = new(server.Port, HttpLoad.Request("/", "StartExecution", Encoding.UTF8.GetBytes(request.ToJsonString())), StartClients);
        await load.RunAsync(TimeSpan.FromSeconds(1));
        double first = Megabytes();
        LoadFigures begun = await load.RunAsync(time / 2);
        double middle = Megabytes();
        LoadFigures ended = await load.RunAsync(time / 2);
        output.WriteLine("start clients per_s cpu_us errors heap_mb_start heap_mb_middle heap_mb_end");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"W1 {StartClients} {(begun.Answers + ended.Answers) / (begun.Time + ended.Time).TotalSeconds:F0} {(begun.Processor + ended.Processor).TotalMicroseconds / (begun.Answers + ended.Answers):F1} {begun.Errors + ended.Errors} {first:F1} {middle:F1} {Megabytes():F1}"));
    }

    private static double Megabytes() => GC.GetTotalMemory(forceFullCollection: true) / (1024.0 * 1024);

    private static double Median(List<(LoadFigures, LoadFigures)> all, Func<(LoadFigures Ours, LoadFigures Bare), double> of)
    {
        double[] sorted = [.. all.Select(of).Order()];
        return sorted[sorted.Length / 2];
    }

    private static async Task<string> CreateAsync(BenchServer server, string name, string definition, string type)
        => (string)(await CallAsync(server, "CreateStateMachine", Creation(name, definition, type)))["stateMachineArn"]!;

    private static JsonObject Creation(string name, string definition, string type)
        => new() { ["name"] = name, ["definition"] = definition, ["roleArn"] = "arn:aws:iam::123456789012:role/bench", ["type"] = type };

    private static async Task<JsonObject> CallAsync(BenchServer server, string operation, JsonObject request)
    {
        using HttpClient client = new();
        using HttpRequestMessage message = new(HttpMethod.Post, string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{server.Port}/")) { Content = new StringContent(request.ToJsonString()) };
        message.Headers.Add("X-Amz-Target", "AWSStepFunctions." + operation);
        using HttpResponseMessage response = await client.SendAsync(message);
        string answer = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode ? (JsonObject)JsonNode.Parse(answer)! : throw new InvalidOperationException($"{operation}: {answer}");
    }

    private static string Definition(string name)
    {
        using Stream stream = typeof(ServerBenchmark).Assembly.GetManifestResourceStream(name + ".asl.json")!;
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }

    // Passes, Choices and Tasks in turn, none as in another machine.
    private static string TwentyStates(int machine)
    {
        JsonObject states = [];
        for (int i = 0; i < 20; i++)
        {
            string next = string.Create(CultureInfo.InvariantCulture, $"S{i + 1}");
            JsonObject state = (i % 3) switch
            {
                0 => new() { ["Type"] = "Pass", ["Parameters"] = new JsonObject { ["machine"] = machine, ["value.$"] = "$.value" } },
                1 => new() { ["Type"] = "Task", ["Resource"] = $"arn:aws:lambda:us-east-1:123456789012:function:work{machine}", ["Retry"] = new JsonArray(new JsonObject { ["ErrorEquals"] = new JsonArray("States.ALL") }) },
                _ => new() { ["Type"] = "Choice", ["Choices"] = new JsonArray(new JsonObject { ["Variable"] = "$.value", ["NumericGreaterThan"] = i + machine, ["Next"] = i == 19 ? "S0" : next }), ["Default"] = "S19" },
            };
            if (i == 19)
                state["End"] = true;
            else if (i % 3 != 2)
                state["Next"] = next;
            states[string.Create(CultureInfo.InvariantCulture, $"S{i}")] = state;
        }

        return new JsonObject { ["StartAt"] = "S0", ["States"] = states }.ToJsonString();
    }
}
