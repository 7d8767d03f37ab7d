using System.Text.Json;
using Compiled.Outside;

namespace Compiled.Server;

/// <summary>What starts executions beside the API, and where their status changes go. As JSON: docs/guide/starts.md.</summary>
public sealed record StartsConfiguration
{
    /// <summary>Paths to which requests start executions.</summary>
    public IReadOnlyList<PathStart> Paths { get; set; } = [];

    /// <summary>Events that start executions.</summary>
    public IReadOnlyList<RuleStart> Rules { get; set; } = [];

    /// <summary>Times that start executions.</summary>
    public IReadOnlyList<ScheduleStart> Schedules { get; set; } = [];

    /// <summary>Where status changes of Standard executions are posted, in EventBridge's form; null for nowhere. Rules see them too.</summary>
    public StatusWebhook? Webhook { get; set; }

    /// <summary>Reads a configuration from JSON text; comments and trailing commas are allowed, members that are not known are refused.</summary>
    /// <exception cref="ConfigurationException">The text is no configuration; says where.</exception>
    public static StartsConfiguration Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        StartsConfiguration configuration;
        try
        {
            configuration = JsonSerializer.Deserialize(json, Starts.StartsJson.Default.StartsConfiguration)
                ?? throw new ConfigurationException("$", "The configuration is null; expected an object.");
        }
        catch (JsonException fault)
        {
            throw new ConfigurationException(fault.Path ?? "$", fault.Message, fault);
        }

        configuration.Check();
        return configuration;
    }

    private void Check()
    {
        for (int i = 0; i < Paths.Count; i++)
            Paths[i].Check($"$.paths[{i}]");
        for (int i = 0; i < Rules.Count; i++)
            Rules[i].Read($"$.rules[{i}]");
        for (int i = 0; i < Schedules.Count; i++)
            Schedules[i].Read($"$.schedules[{i}]");
        Unique("$.paths", [.. Paths.Select(static path => path.Path)]);
        Unique("$.rules", [.. Rules.Select(static rule => rule.Name)]);
        Unique("$.schedules", [.. Schedules.Select(static schedule => schedule.Name)]);
        if (Webhook is { Url: var url } && (!url.IsAbsoluteUri || url.Scheme is not ("http" or "https")))
            throw new ConfigurationException("$.webhook.url", $"'{url}' is no URL; expected 'http://...' or 'https://...'.");
    }

    private static void Unique(string path, string[] names)
    {
        for (int i = 0; i < names.Length; i++)
        {
            if (Array.IndexOf(names, names[i]) < i)
                throw new ConfigurationException($"{path}[{i}]", $"'{names[i]}' is there twice.");
        }
    }
}
