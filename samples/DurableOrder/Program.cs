using System.Diagnostics;
using Compiled;
using Compiled.Durable;
using Compiled.Sqlite;
using Compiled.Values;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DurableOrder;

/// <summary>
/// Without arguments: a script that starts this program as a host, kills it while the order waits for its approval, starts it again, approves,
/// kills it while the order waits for its time, and starts it a third time. The order ends as if nothing had happened.
/// </summary>
internal static class Program
{
    private const string Name = "order-1001";

    public static string TokenFile => Path.Combine(Folder, "approval-token.txt");

    private static string Folder => Environment.GetEnvironmentVariable("DURABLE_ORDER_FOLDER") ?? ".";

    private static async Task<int> Main(string[] args)
    {
        switch (args)
        {
            case []:
                return await PlayAsync();
            case ["host"]:
                await HostAsync();
                return 0;
            default:
                Console.Error.WriteLine("usage: DurableOrder [host]");
                return 2;
        }
    }

    /// <summary>A generic host with durable workflows: this is all a program needs.</summary>
    private static async Task HostAsync()
    {
        HostApplicationBuilder builder = Host.CreateApplicationBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddCompiledWorkflows().UseSqlite(Path.Combine(Folder, "orders.db"));
        using IHost host = builder.Build();
        await host.StartAsync();

        // Starting with a name is idempotent: the second and the third host find the order that the first one started.
        DurableExecutions executions = host.Services.GetRequiredService<DurableExecutions>();
        StartedExecution order = await executions.StartAsync("Order", JsonValue.Parse("""{"id":"1001","total":129.5,"coolingOffSeconds":2}"""u8), Name);
        Console.WriteLine($"  host {Environment.ProcessId} has {executions.Describe(order.ExecutionArn).Status} {Name}");
        // Reading the console keeps its thread.
        _ = Task.Run(() => ApproveAsync(executions));

        ExecutionDescription end = await executions.WaitAsync(order.ExecutionArn);
        Console.WriteLine($"  {end.Status}: {end.Output}{end.Error}");
        foreach (var item in executions.GetHistory(order.ExecutionArn).Events)
            Console.WriteLine($"    {item.GetProperty("id"),2} {item.GetProperty("type")}");
        await host.StopAsync();
    }

    // The person: says yes when the script tells so on standard input.
    private static async Task ApproveAsync(DurableExecutions executions)
    {
        while (await Console.In.ReadLineAsync() is { } line)
        {
            if (line != "approve")
                continue;
            await executions.SendTaskSuccessAsync(await File.ReadAllTextAsync(TokenFile), JsonValue.Parse("""{"by":"Mara"}"""u8));
            Console.WriteLine("  approved by Mara");
        }
    }

    private static async Task<int> PlayAsync()
    {
        string folder = Directory.CreateTempSubdirectory("durable-order-").FullName;
        try
        {
            Console.WriteLine("First host: reserves, asks for approval, and is killed while it waits.");
            await ActAsync(folder, until: "asking for approval", say: null);
            Console.WriteLine("Second host: finds the order waiting; the approval comes; it is killed while the order waits for its time.");
            await ActAsync(folder, until: "approved by", say: "approve");
            Console.WriteLine("Third host: goes on when the time has come.");
            return await ActAsync(folder, until: null, say: null);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // Runs a host until it has said something, then kills it; or to its end.
    private static async Task<int> ActAsync(string folder, string? until, string? say)
    {
        ProcessStartInfo info = new(Environment.ProcessPath!) { RedirectStandardOutput = true, RedirectStandardInput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath!) != "DurableOrder")
            info.ArgumentList.Add(typeof(Program).Assembly.Location);
        info.ArgumentList.Add("host");
        info.Environment["DURABLE_ORDER_FOLDER"] = folder;
        using Process process = Process.Start(info)!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            Console.WriteLine(line);
            if (say is not null && line.Contains(" has ", StringComparison.Ordinal))
                await process.StandardInput.WriteLineAsync(say);
            if (until is null || !line.Contains(until, StringComparison.Ordinal))
                continue;
            // Its answer is durable when it says so; a moment more and it would be a step further.
            process.Kill();
            Console.WriteLine("  killed");
            break;
        }

        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}
