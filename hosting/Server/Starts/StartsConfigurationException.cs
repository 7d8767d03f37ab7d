namespace Compiled.Server;

/// <summary>A configuration that cannot be used.</summary>
/// <param name="path">Where, as a JSON path: <c>$.rules[0].pattern</c>.</param>
/// <param name="message">What is wrong there, and what was expected.</param>
/// <param name="innerException">What found it.</param>
public sealed class StartsConfigurationException(string path, string message, Exception? innerException = null) : Exception($"{path}: {message}", innerException)
{
    /// <summary>Where, as a JSON path.</summary>
    public string Path { get; } = path;
}
