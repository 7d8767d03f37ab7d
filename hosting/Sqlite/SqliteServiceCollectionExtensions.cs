using Compiled.Durable;
using Microsoft.Extensions.DependencyInjection;

namespace Compiled.Sqlite;

/// <summary>Durable executions in a SQLite file.</summary>
public static class SqliteServiceCollectionExtensions
{
    /// <summary>
    /// Makes the Standard workflows of the collection run durably in a file, which is made when there is none. See
    /// <see cref="DurableServiceCollectionExtensions.AddDurableExecutions(IServiceCollection, Func{IServiceProvider, Compiled.Durable.Journal.IJournalStore}, Func{DurableOptions, DurableOptions})"/>.
    /// </summary>
    /// <param name="services">The collection; its workflows may be added before or after.</param>
    /// <param name="path">The file. It must not lie on a network's drive.</param>
    /// <param name="configure">Changes the options of executions.</param>
    /// <param name="options">How the file is opened.</param>
    public static IServiceCollection UseSqlite(
        this IServiceCollection services, string path, Func<DurableOptions, DurableOptions>? configure = null, SqliteOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return services.AddDurableExecutions(_ => SqliteJournal.Open(path, options), configure);
    }
}
