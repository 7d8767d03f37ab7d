namespace Compiled.Outside;

/// <summary>A configuration that cannot be used.</summary>
/// <param name="path">Where, as a JSON path: <c>$.lambda.endpoint</c>.</param>
/// <param name="message">What is wrong there, and what was expected.</param>
/// <param name="innerException">What the reader of JSON said.</param>
public sealed class ConfigurationException(string path, string message, Exception? innerException = null)
    : Exception($"{path}: {message}", innerException)
{
    /// <summary>Where, as a JSON path.</summary>
    public string Path { get; } = path;

    internal static void CheckUrl(string path, Uri? url)
    {
        if (url is null || !url.IsAbsoluteUri || url.Scheme != Uri.UriSchemeHttp && url.Scheme != Uri.UriSchemeHttps)
            throw new ConfigurationException(path, $"'{url}' is no URL; expected 'http://...' or 'https://...'.");
    }

    internal static void CheckTimeout(string path, double seconds)
    {
        // The bound is the longest that a task may run by AWS's rules.
        if (seconds is not (> 0 and <= 99_999_999))
            throw new ConfigurationException(path, $"{seconds.ToString(System.Globalization.CultureInfo.InvariantCulture)} is no timeout; expected more than 0 and at most 99999999 seconds.");
    }

    internal static void CheckText(string path, string? text)
    {
        if (string.IsNullOrEmpty(text))
            throw new ConfigurationException(path, "The text is missing or empty.");
    }
}
