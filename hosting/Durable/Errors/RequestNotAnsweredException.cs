namespace Compiled.Durable;

/// <summary>The process that owns the store did not answer in time. The request was taken back, and isn't begun any more.</summary>
public sealed class RequestNotAnsweredException(TimeSpan timeout)
    : Exception(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"The process that owns the journal did not answer within {timeout.TotalSeconds:0.#} s. The request was withdrawn."));
