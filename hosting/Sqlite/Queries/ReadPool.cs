using System.Collections.Concurrent;
using Compiled.Sqlite.Connections;

namespace Compiled.Sqlite.Queries;

/// <summary>Connections for reading, lent to one question at a time; those that are back are lent again.</summary>
internal sealed class ReadPool(string path, SqliteOptions options) : IDisposable
{
    // More idle connections than threads that ask at once would only keep memory.
    private const int MostIdle = 16;

    private readonly ConcurrentStack<Connection> _idle = new();
    private volatile bool _isDisposed;

    /// <summary>Asks a question.</summary>
    public T Ask<T>(Func<Connection, T> question)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (!_idle.TryPop(out Connection? connection))
            connection = Open();
        try
        {
            return question(connection);
        }
        finally
        {
            if (_isDisposed || _idle.Count >= MostIdle)
                connection.Dispose();
            else
                _idle.Push(connection);
        }
    }

    public void Dispose()
    {
        _isDisposed = true;
        while (_idle.TryPop(out Connection? connection))
            connection.Dispose();
    }

    private Connection Open()
    {
        Connection connection = new(path, isReadOnly: true, options, options.CacheKibibytes / 4);
        connection.Opened();
        return connection;
    }
}
