using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Compiled.Server.Protocol;

namespace Compiled.Server.Machines;

/// <summary>
/// The machines with their versions, aliases and tags, and the tags of activities. All are in memory; a change is written before it is seen. Any thread
/// may call.
/// </summary>
internal sealed class MachineCatalog : IDisposable
{
    // A schedule has no ARN of its own here.
    private const string ScheduleKey = "schedule:";

    private readonly ConcurrentDictionary<string, KnownMachine> _machines = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ActivitySettings> _activities = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ScheduleProgress> _schedules = new(StringComparer.Ordinal);
    private readonly Lock _changing = new();
    private readonly ICatalogStore _store;

    /// <summary>Takes a store over and reads it.</summary>
    public MachineCatalog(ICatalogStore store)
    {
        _store = store;
        // By kind: a machine comes before what belongs to it.
        foreach (CatalogEntry entry in store.Load().OrderBy(static entry => entry.Kind))
            Add(entry);
    }

    /// <summary>Called with the ARN of a machine after it was changed or deleted.</summary>
    public Action<string>? Changed { get; set; }

    /// <summary>All machines.</summary>
    public IEnumerable<KnownMachine> Machines => _machines.Values;

    /// <summary>The machine of an ARN without qualifier; null when there is none.</summary>
    public KnownMachine? Find(string stateMachineArn) => _machines.GetValueOrDefault(stateMachineArn);

    /// <summary>The machine of an ARN without qualifier.</summary>
    /// <exception cref="ApiException">StateMachineDoesNotExist.</exception>
    public KnownMachine Get(string stateMachineArn) => Find(stateMachineArn) ?? throw ApiErrors.StateMachineDoesNotExist(stateMachineArn);

    /// <summary>The settings of an activity; null when nothing but its name was ever said.</summary>
    public ActivitySettings? FindActivity(string arn) => _activities.GetValueOrDefault(arn);

    /// <summary>
    /// Changes one machine: what <paramref name="change"/> gives takes its place, null deletes it, and the same leaves it. Changes happen one after the other.
    /// </summary>
    public T Change<T>(string stateMachineArn, Func<KnownMachine?, (KnownMachine? Machine, T Result)> change)
    {
        T result;
        lock (_changing)
        {
            KnownMachine? old = Find(stateMachineArn);
            (KnownMachine? now, result) = change(old);
            if (ReferenceEquals(old, now))
                return result;
            _store.Write([.. Differences(old, now)]);
            if (now is null)
                _machines.TryRemove(stateMachineArn, out _);
            else
                _machines[stateMachineArn] = now;
        }

        Changed?.Invoke(stateMachineArn);
        return result;
    }

    /// <summary>Changes what is kept of an activity; null forgets it.</summary>
    public void ChangeActivity(string arn, Func<ActivitySettings?, ActivitySettings?> change)
    {
        lock (_changing)
        {
            ActivitySettings? old = FindActivity(arn), now = change(old);
            if (ReferenceEquals(old, now))
                return;
            _store.Write([new CatalogEntry(arn, CatalogKind.Activity, now is null ? null : JsonSerializer.SerializeToUtf8Bytes(now, CatalogJson.Default.ActivitySettings))]);
            if (now is null)
                _activities.TryRemove(arn, out _);
            else
                _activities[arn] = now;
        }
    }

    /// <summary>What is kept of a schedule; null when it was never seen.</summary>
    public ScheduleProgress? FindSchedule(string name) => _schedules.GetValueOrDefault(name);

    /// <summary>Changes what is kept of a schedule, and gives it.</summary>
    public ScheduleProgress ChangeSchedule(string name, Func<ScheduleProgress?, ScheduleProgress> change)
    {
        lock (_changing)
        {
            ScheduleProgress? old = FindSchedule(name);
            ScheduleProgress now = change(old);
            if (!ReferenceEquals(old, now))
                _store.Write([Entry(ScheduleKey + name, CatalogKind.Schedule, now, CatalogJson.Default.ScheduleProgress)]);
            return _schedules[name] = now;
        }
    }

    public void Dispose() => _store.Dispose();

    private void Add(CatalogEntry entry)
    {
        switch (entry.Kind)
        {
            case CatalogKind.Machine:
                _machines[entry.Arn] = new KnownMachine(Read(entry, CatalogJson.Default.StateMachine));
                break;
            case CatalogKind.Version:
                MachineVersion version = Read(entry, CatalogJson.Default.MachineVersion);
                if (Find(version.StateMachineArn) is { } versioned)
                    _machines[version.StateMachineArn] = versioned with { Versions = versioned.Versions.Add(version.Number, version) };
                break;
            case CatalogKind.Alias:
                MachineAlias alias = Read(entry, CatalogJson.Default.MachineAlias);
                if (Find(alias.StateMachineArn) is { } aliased)
                    _machines[alias.StateMachineArn] = aliased with { Aliases = aliased.Aliases.Add(alias.Name, alias) };
                break;
            case CatalogKind.Activity:
                _activities[entry.Arn] = Read(entry, CatalogJson.Default.ActivitySettings);
                break;
            case CatalogKind.Schedule:
                ScheduleProgress schedule = Read(entry, CatalogJson.Default.ScheduleProgress);
                _schedules[schedule.Name] = schedule;
                break;
            default:
                throw new InvalidDataException($"The catalog's entry '{entry.Arn}' is of a kind {(int)entry.Kind} that this program doesn't know. Open it with a newer release.");
        }
    }

    private static IEnumerable<CatalogEntry> Differences(KnownMachine? old, KnownMachine? now)
    {
        if (!ReferenceEquals(old?.Machine, now?.Machine))
            yield return Entry((now ?? old)!.Arn, CatalogKind.Machine, now?.Machine, CatalogJson.Default.StateMachine);
        foreach (CatalogEntry entry in Differences(old?.Versions, now?.Versions, static version => version.Arn, CatalogKind.Version, CatalogJson.Default.MachineVersion))
            yield return entry;
        foreach (CatalogEntry entry in Differences(old?.Aliases, now?.Aliases, static alias => alias.Arn, CatalogKind.Alias, CatalogJson.Default.MachineAlias))
            yield return entry;
    }

    private static IEnumerable<CatalogEntry> Differences<TKey, T>(
        IReadOnlyDictionary<TKey, T>? old, IReadOnlyDictionary<TKey, T>? now, Func<T, string> arn, CatalogKind kind, JsonTypeInfo<T> type)
        where TKey : notnull
        where T : class
    {
        foreach ((TKey key, T item) in old ?? new Dictionary<TKey, T>())
        {
            if (now?.ContainsKey(key) != true)
                yield return Entry(arn(item), kind, null, type);
        }

        foreach ((TKey key, T item) in now ?? new Dictionary<TKey, T>())
        {
            if (!ReferenceEquals(item, old?.GetValueOrDefault(key)))
                yield return Entry(arn(item), kind, item, type);
        }
    }

    private static CatalogEntry Entry<T>(string arn, CatalogKind kind, T? item, JsonTypeInfo<T> type)
        where T : class
        => new(arn, kind, item is null ? null : JsonSerializer.SerializeToUtf8Bytes(item, type));

    private static T Read<T>(CatalogEntry entry, JsonTypeInfo<T> type)
        => JsonSerializer.Deserialize(entry.Json, type) ?? throw new InvalidDataException($"The catalog's entry '{entry.Arn}' is empty.");
}
