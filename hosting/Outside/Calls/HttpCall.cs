using System.Net.Sockets;
using System.Runtime.CompilerServices;
using Compiled.Outside.HttpTasks;
using Compiled.Testing;

namespace Compiled.Outside.Calls;

/// <summary>Sends one request with a timeout and a bound for the answer. Only a cancelled task makes it throw.</summary>
internal static class HttpCall
{
    // Lambda's own bound for an answer. What a state may hold is less, and is checked by the execution.
    public const int LargestBody = 6 * 1024 * 1024;

    public static async ValueTask<Reply> SendAsync(HttpClient client, HttpRequestMessage request, double timeoutSeconds, TaskContext context, CancellationToken cancellationToken)
    {
        using CancellationTokenSource timeout = new(TimeSpan.FromSeconds(timeoutSeconds), ClockOf(context));
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            using HttpResponseMessage response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token).ConfigureAwait(false);
            byte[]? body = await ReadAsync(response.Content, either.Token).ConfigureAwait(false);
            if (body is null)
                return new Reply { Trouble = Trouble.TooLarge, Text = $"The answer has more than {LargestBody} bytes." };
            return new Reply { Status = (int)response.StatusCode, Reason = response.ReasonPhrase ?? "", Headers = HeadersOf(response), Body = body };
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The timeout, or one that the caller's client has.
            return new Reply { Trouble = Trouble.TimedOut, Text = "The request did not end in time." };
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return failure.InnerException is ForbiddenAddressException forbidden
                ? new Reply { Trouble = Trouble.Forbidden, Text = forbidden.Message }
                : new Reply { Trouble = Trouble.Unreachable, Text = Describe(failure, request.RequestUri!) };
        }
    }

    // A clock that an execution moves by itself leaps to every timer that is set on it, and no answer would ever be in time.
    private static TimeProvider ClockOf(in TaskContext context)
        => context.TimeProvider is VirtualTimeProvider { AutoAdvance: true } ? TimeProvider.System : context.TimeProvider;

    private static async ValueTask<byte[]?> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > LargestBody)
            return null;
        Stream stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using ConfiguredAsyncDisposable disposal = stream.ConfigureAwait(false);
        using MemoryStream read = new((int)(content.Headers.ContentLength ?? 0));
        byte[] buffer = new byte[16 * 1024];
        int count;
        while ((count = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
        {
            // The length that was told may be left out, or be that of compressed text.
            if (read.Length + count > LargestBody)
                return null;
            read.Write(buffer, 0, count);
        }

        return read.ToArray();
    }

    private static List<KeyValuePair<string, string[]>> HeadersOf(HttpResponseMessage response)
        => [.. response.Headers.Concat(response.Content.Headers).Select(header => new KeyValuePair<string, string[]>(header.Key, [.. header.Value]))];

    // E-046: the words of AWS's Java client, which histories show.
    private static string Describe(Exception failure, Uri url)
    {
        if (failure is HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError })
            return $"{url.Host}: Name or service not known";
        Exception cause = failure;
        while (cause.InnerException is { } inner)
            cause = inner;
        return cause is SocketException { SocketErrorCode: SocketError.ConnectionRefused }
            ? $"Connect to {url.Host}:{url.Port} failed: Connection refused"
            : cause is SocketException { SocketErrorCode: SocketError.ConnectionReset } or HttpIOException
            ? $"{url.Host}:{url.Port} failed to respond"
            : cause.Message;
    }
}
