using System.Diagnostics;

namespace Server.Tests;

/// <summary>Runs a client in a process of its own.</summary>
internal static class ClientProcess
{
    /// <summary>Runs a program to its end, with credentials that mean nothing and no configuration of the user's.</summary>
    public static async Task<(int Code, string Output, string Error)> RunAsync(string program, IEnumerable<string> arguments, params (string Name, string Value)[] environment)
    {
        ProcessStartInfo start = new(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        (string, string)[] common =
        [
            ("AWS_ACCESS_KEY_ID", "test"), ("AWS_SECRET_ACCESS_KEY", "test"), ("AWS_DEFAULT_REGION", "us-east-1"), ("AWS_DEFAULT_OUTPUT", "json"), ("AWS_PAGER", ""), ("AWS_MAX_ATTEMPTS", "1"),
            ("AWS_CONFIG_FILE", "/nonexistent"), ("AWS_SHARED_CREDENTIALS_FILE", "/nonexistent"), ("AWS_EC2_METADATA_DISABLED", "true"), ("NO_PROXY", ""), ("no_proxy", ""),
            ("HTTP_PROXY", ""), ("http_proxy", ""),
        ];
        foreach ((string name, string value) in common.Concat(environment))
            start.Environment[name] = value;
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(5));
        return (process.ExitCode, await output, await error);
    }
}
