using System.Collections.Concurrent;
using System.Text;
using Compiled.Values;

namespace Compiled.Tasks;

/// <summary>
/// The tasks that wait for their token: in memory, or in the store of a durable host that made this. What AWS's SendTaskSuccess, SendTaskFailure and SendTaskHeartbeat do; each token
/// can be completed once.
/// </summary>
public sealed class TaskTokens
{
    // How many closed tokens are remembered, to tell a task that is over from one that never was.
    private const int Remembered = 10_000;

    // A token is the Base64 text of 32 bytes.
    private const int TokenLength = 44;

    private readonly ITokenHost? _host;
    private readonly ConcurrentDictionary<string, ITokenTarget?> _targets = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _closed = new();

    /// <summary>Makes a table in memory.</summary>
    public TaskTokens()
    {
    }

    internal TaskTokens(ITokenHost host) => _host = host;

    /// <summary>The table of executions that are given none of their own.</summary>
    public static TaskTokens Shared { get; } = new();

    /// <summary>How many tasks wait.</summary>
    public int Count => _targets.Values.Count(static target => target is not null);

    /// <summary>Completes a task with a result.</summary>
    /// <exception cref="InvalidTokenException">The text is no token.</exception>
    /// <exception cref="TaskDoesNotExistException">No such task is known.</exception>
    /// <exception cref="TaskTimedOutException">The task is over: completed, timed out or aborted.</exception>
    public void SendTaskSuccess(string taskToken, JsonValue output) => Complete(taskToken, in output);

    /// <summary>Completes a task with a result given as JSON text. <see cref="System.Text.Json.JsonException"/> when it isn't JSON.</summary>
    /// <exception cref="InvalidTokenException">The text is no token.</exception>
    /// <exception cref="TaskDoesNotExistException">No such task is known.</exception>
    /// <exception cref="TaskTimedOutException">The task is over: completed, timed out or aborted.</exception>
    public void SendTaskSuccess(string taskToken, string outputJson) => SendTaskSuccess(taskToken, JsonValue.Parse(Encoding.UTF8.GetBytes(outputJson)));

    /// <summary>Fails a task. Both parts may be null.</summary>
    /// <exception cref="InvalidTokenException">The text is no token.</exception>
    /// <exception cref="TaskDoesNotExistException">No such task is known.</exception>
    /// <exception cref="TaskTimedOutException">The task is over: completed, timed out or aborted.</exception>
    public void SendTaskFailure(string taskToken, string? error = null, string? cause = null)
        => Complete(taskToken, JsonValue.Failure(new Fault(error, cause)));

    /// <summary>Tells that the work goes on, so that the task's <c>HeartbeatSeconds</c> start again.</summary>
    /// <exception cref="InvalidTokenException">The text is no token.</exception>
    /// <exception cref="TaskDoesNotExistException">No such task is known.</exception>
    /// <exception cref="TaskTimedOutException">The task is over: completed, timed out or aborted.</exception>
    public void SendTaskHeartbeat(string taskToken)
    {
        if (_host is not null)
            _host.Heartbeat(taskToken);
        else
            Find(taskToken).Heartbeat();
    }

    internal void Register(string token, ITokenTarget target) => _targets[token] = target;

    /// <summary>Ends a token whose task is over. It is remembered unless the whole execution is over (P-104).</summary>
    internal void Close(string token, ITokenTarget target, bool executionEnded)
    {
        if (executionEnded)
            _targets.TryRemove(token, out _);
        else if (_targets.TryUpdate(token, null, target))
            Forget(token);
    }

    private void Complete(string token, in JsonValue result)
    {
        if (_host is not null)
            _host.Complete(token, in result);
        else
            Take(token).Complete(in result);
    }

    private ITokenTarget Find(string token)
    {
        ArgumentNullException.ThrowIfNull(token);
        if (_targets.TryGetValue(token, out ITokenTarget? target))
            return target ?? throw new TaskTimedOutException();
        throw IsToken(token) ? new TaskDoesNotExistException() : new InvalidTokenException();
    }

    private ITokenTarget Take(string token)
    {
        ITokenTarget target = Find(token);
        if (!_targets.TryUpdate(token, null, target))
            throw new TaskTimedOutException();
        Forget(token);
        return target;
    }

    private void Forget(string token)
    {
        _closed.Enqueue(token);
        while (_closed.Count > Remembered && _closed.TryDequeue(out string? oldest))
            _targets.TryRemove(new KeyValuePair<string, ITokenTarget?>(oldest, null));
    }

    /// <summary>The first eight bytes of a token, by which a host finds its execution; null when the text is no token.</summary>
    internal static long? PrefixOf(string token)
    {
        Span<byte> bytes = stackalloc byte[33];
        return token.Length == TokenLength && Convert.TryFromBase64String(token, bytes, out int written) && written == 32
            ? System.Buffers.Binary.BinaryPrimitives.ReadInt64BigEndian(bytes)
            : null;
    }

    private static bool IsToken(string text) => PrefixOf(text) is not null;
}
