namespace Compiled.Outside.Lambda;

/// <summary>Where one function is invoked.</summary>
public sealed record FunctionEndpoint
{
    /// <summary>The endpoint.</summary>
    public required Uri Endpoint { get; init; }

    /// <summary>
    /// The function's name there; that of the state unless said. AWS's runtime interface emulator knows its only function as <c>function</c>.
    /// </summary>
    public string? Name { get; set; }

    /// <summary>How long one invocation may take; <see cref="LambdaConfiguration.TimeoutSeconds"/> unless said.</summary>
    public double? TimeoutSeconds { get; set; }

    internal void Check(string path)
    {
        ConfigurationException.CheckUrl(path + ".endpoint", Endpoint);
        if (Name is not null)
            ConfigurationException.CheckText(path + ".name", Name);
        if (TimeoutSeconds is { } seconds)
            ConfigurationException.CheckTimeout(path + ".timeoutSeconds", seconds);
    }
}
