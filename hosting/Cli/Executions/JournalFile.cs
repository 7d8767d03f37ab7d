using Compiled.Durable;
using Compiled.Sqlite;

namespace Compiled.Cli.Executions;

/// <summary>A journal of executions that is looked at, whoever owns it.</summary>
internal sealed class JournalFile : IDisposable
{
    private JournalFile(string name, string path, SqliteJournalReader store)
    {
        (Name, Path, Store) = (name, path, store);
        Reader = new ExecutionReader(store, new DurableOptions { CompileDefinition = Compilation.RuntimeDefinitions.Compile });
    }

    /// <summary>The path as the caller wrote it.</summary>
    public string Name { get; }

    /// <summary>The whole path.</summary>
    public string Path { get; }

    public SqliteJournalReader Store { get; }

    public ExecutionReader Reader { get; }

    /// <summary>Opens a file for reading.</summary>
    /// <exception cref="CliException">There is no such file.</exception>
    /// <exception cref="SqliteJournalException">It is no journal, damaged, or of another version.</exception>
    public static JournalFile Open(string name, CliConsole console)
    {
        string path = System.IO.Path.Combine(console.Folder, name);
        if (Directory.Exists(path)) throw new CliException($"'{name}' is a folder; a file was expected.");
        if (!File.Exists(path)) throw new CliException($"There is no file '{name}'.");
        return new JournalFile(name, path, SqliteJournal.OpenReadOnly(path));
    }

    /// <summary>The ARN of an execution that is named by its ARN, or by its name where no other machine has an execution of that name.</summary>
    /// <exception cref="CliException">There is no such execution, or there are several.</exception>
    public string Find(string execution)
    {
        if (execution.StartsWith("arn:", StringComparison.Ordinal)) return execution;
        List<string> found = [];
        string? next = null;
        do
        {
            ExecutionPage page = Reader.List(new ExecutionQuery { NamePrefix = execution }, next, 1000);
            found.AddRange(page.Executions.Where(listed => listed.Name == execution).Select(static listed => listed.ExecutionArn));
            next = page.NextToken;
        }
        while (next is not null);
        return found.Count switch
        {
            1 => found[0],
            0 => throw new CliException($"'{Name}' has no execution '{execution}'."),
            _ => throw new CliException($"'{Name}' has {found.Count} executions '{execution}'; name one by its ARN:{string.Concat(found.Select(static arn => Environment.NewLine + "  " + arn))}"),
        };
    }

    public void Dispose() => Store.Dispose();
}
