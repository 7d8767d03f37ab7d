using Compiled.Sqlite.Connections;

namespace Compiled.Sqlite.Writes;

/// <summary>
/// The numbers that stand for machines, definitions and writers in the rows, given out when one is first met. What is remembered here is what the
/// transaction under way sees, so it is forgotten with it.
/// </summary>
internal sealed class Numbers(Connection connection)
{
    private readonly Dictionary<string, long> _machines = new(StringComparer.Ordinal), _definitions = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, long> _writers = [];
    private (Guid Guid, long Number) _lastWriter;
    private readonly Dictionary<long, long> _newUses = [];

    public long Machine(string arn)
    {
        if (!_machines.TryGetValue(arn, out long number))
        {
            number = connection["SELECT id FROM machine WHERE arn = ?1"].Bind(1, arn).RunLong(0);
            if (number == 0)
                number = Insert(connection["INSERT INTO machine(arn) VALUES(?1)"].Bind(1, arn));
            _machines.Add(arn, number);
        }

        return number;
    }

    public long Definition(string hash)
    {
        if (!_definitions.TryGetValue(hash, out long number))
        {
            number = connection["SELECT id FROM definition WHERE hash = ?1"].Bind(1, hash).RunLong(0);
            if (number == 0)
                number = Insert(connection["INSERT INTO definition(hash) VALUES(?1)"].Bind(1, hash));
            _definitions.Add(hash, number);
        }

        return number;
    }

    public long Writer(Guid guid)
    {
        // Nearly always the one process that owns the file.
        if (_lastWriter.Guid == guid && _lastWriter.Number != 0)
            return _lastWriter.Number;
        if (!_writers.TryGetValue(guid, out long number))
        {
            byte[] bytes = guid.ToByteArray();
            number = connection["SELECT id FROM writer WHERE guid = ?1"].Bind(1, bytes).RunLong(0);
            if (number == 0)
                number = Insert(connection["INSERT INTO writer(guid) VALUES(?1)"].Bind(1, bytes));
            _writers.Add(guid, number);
        }

        _lastWriter = (guid, number);
        return number;
    }

    /// <summary>Counts executions that begin to use a definition, or cease to.</summary>
    public void Use(long definition, long executions) => _newUses[definition] = _newUses.GetValueOrDefault(definition) + executions;

    /// <summary>Writes the uses that were counted: once for a transaction, not once for each start.</summary>
    public void WriteUses()
    {
        foreach ((long definition, long executions) in _newUses)
            connection["UPDATE definition SET uses = uses + ?2 WHERE id = ?1"].Bind(1, definition).Bind(2, executions).Run();
        _newUses.Clear();
    }

    public void Forget()
    {
        _machines.Clear();
        _definitions.Clear();
        _writers.Clear();
        _lastWriter = default;
        _newUses.Clear();
    }

    private long Insert(Statement statement)
    {
        statement.Run();
        return connection.LastInserted;
    }
}
