namespace Server.Tests;

/// <summary>A test that needs a client of AWS's, which <c>.ci/run</c> installs; skipped by name where it isn't there.</summary>
internal sealed class ClientFactAttribute : FactAttribute
{
    public ClientFactAttribute(string client)
    {
        if (!IsThere(client))
            Skip = $"'{client}' is not installed: .ci/run tells how.";
    }

    /// <summary>The folder of installed packages.</summary>
    public static string Packages { get; } = Path.Combine(Root(), "artifacts", "clients", "node_modules");

    private static bool IsThere(string client) => client switch
    {
        "@aws-sdk/client-sfn" => OnPath("node") && Directory.Exists(Path.Combine(Packages, "@aws-sdk", "client-sfn")),
        _ => OnPath(client),
    };

    private static bool OnPath(string program)
        => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => folder.Length > 0 && File.Exists(Path.Combine(folder, program)));

    private static string Root()
    {
        string folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Compiled.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests are not below the repository.");
        return folder;
    }
}
