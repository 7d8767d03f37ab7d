using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Compiled.Benchmarks.ColdStart;

/// <summary>How a program is published.</summary>
/// <param name="Name">As it is printed.</param>
/// <param name="Properties">What the build is told besides.</param>
internal sealed record PublishKind(string Name, string[] Properties)
{
    public static IReadOnlyList<PublishKind> All { get; } =
    [
        new("JIT", []),
        new("ReadyToRun", []),
        new("NativeAOT", Linker()),
    ];

    /// <summary>Publishes a program, or says why it can't be.</summary>
    public async Task<(PublishedProgram Program, string? Refusal)> PublishAsync(string program, string folder)
    {
        string published = Path.Combine(folder, Name, program), executable = Path.Combine(published, $"ColdStart.{program}" + (OperatingSystem.IsWindows() ? ".exe" : ""));
        if (File.Exists(executable))
            return (new PublishedProgram(executable), null);
        string project = Path.Combine(Repository(), "benchmarks", "ColdStart", program, $"ColdStart.{program}.csproj");
        ProcessStartInfo start = new("dotnet", ["publish", project, "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "-o", published, "-v", "quiet", "-nologo", "-m:1", $"-p:ColdStartKind={Name}", .. Properties])
        {
            RedirectStandardOutput = true,
        };
        using Process process = Process.Start(start)!;
        string[] lines = (await process.StandardOutput.ReadToEndAsync()).Split('\n');
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? (new PublishedProgram(executable), null)
            : (new PublishedProgram(executable), lines.FirstOrDefault(static line => line.Contains("error", StringComparison.Ordinal))?.Trim() ?? $"exit code {process.ExitCode}");
    }

    // The toolchain's own choice is clang, which a machine for C# may lack where it has gcc.
    private static string[] Linker() => OperatingSystem.IsLinux() && !IsOnPath("clang") && IsOnPath("gcc") ? ["-p:LinkWith=gcc"] : [];

    private static bool IsOnPath(string program)
        => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));

    private static string Repository()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Compiled.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("'coldstart' builds programs of the repository, and runs inside it.");
    }
}
