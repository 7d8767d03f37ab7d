using Compiled.Outside.Signing;

namespace Compiled.Outside.Lambda;

/// <summary>Where Lambda functions are invoked, by Lambda's own API.</summary>
public sealed record LambdaConfiguration
{
    /// <summary>
    /// The endpoint of functions that <see cref="Functions"/> doesn't list: <c>http://localhost:3001</c> for an emulator,
    /// <c>https://lambda.eu-central-1.amazonaws.com</c> for AWS. When null, functions that are not listed are left to other handlers.
    /// </summary>
    public Uri? Endpoint { get; set; }

    /// <summary>Functions with an endpoint of their own, by name, <c>name:qualifier</c> or ARN; the most precise entry wins.</summary>
    public IReadOnlyDictionary<string, FunctionEndpoint> Functions { get; set; } = new Dictionary<string, FunctionEndpoint>();

    /// <summary>The region that requests are signed for.</summary>
    public string Region { get; set; } = "us-east-1";

    /// <summary>
    /// The keys that requests are signed with; null for emulators. Signed requests name functions by their whole ARN, others by name.
    /// </summary>
    public AwsCredentials? Credentials { get; set; }

    /// <summary>
    /// An answer of the shape in which runtimes report errors (<c>errorType</c>, <c>errorMessage</c>) is an error also when the header
    /// <c>X-Amz-Function-Error</c> is missing, as AWS's runtime interface emulator leaves it out. Unless said: where there are no keys.
    /// </summary>
    public bool? ErrorsByShape { get; set; }

    /// <summary>How long one invocation may take; 900 seconds unless said, the longest that a function may run on AWS.</summary>
    public double TimeoutSeconds { get; set; } = 900;

    internal void Check(string path)
    {
        if (Endpoint is not null)
            ConfigurationException.CheckUrl(path + ".endpoint", Endpoint);
        if (Endpoint is null && Functions.Count == 0)
            throw new ConfigurationException(path, "Neither 'endpoint' nor 'functions' says where a function is.");
        foreach ((string name, FunctionEndpoint function) in Functions)
            function.Check($"{path}.functions['{name}']");
        ConfigurationException.CheckText(path + ".region", Region);
        ConfigurationException.CheckTimeout(path + ".timeoutSeconds", TimeoutSeconds);
        Credentials?.Check(path + ".credentials");
    }
}
