using System.Text.Json;
using Compiled.Outside.Endpoints;
using Compiled.Outside.HttpTasks;
using Compiled.Outside.Lambda;

namespace Compiled.Outside;

/// <summary>What stands where outside this process. As JSON: docs/guide/outside.md.</summary>
public sealed record OutsideConfiguration
{
    /// <summary>Where Lambda functions are invoked; null when they are none of this configuration's business.</summary>
    public LambdaConfiguration? Lambda { get; set; }

    /// <summary>Endpoints for resources of any kind; the first whose pattern fits takes a task.</summary>
    public IReadOnlyList<ResourceEndpoint> Endpoints { get; set; } = [];

    /// <summary>How HTTP tasks (<c>arn:aws:states:::http:invoke</c>) are done; null when they aren't.</summary>
    public HttpTaskConfiguration? Http { get; set; }

    /// <summary>Reads a configuration from JSON text; comments and trailing commas are allowed, members that are not known are refused.</summary>
    /// <exception cref="ConfigurationException">The text is no configuration; says where.</exception>
    public static OutsideConfiguration Parse(ReadOnlySpan<byte> utf8Json)
    {
        OutsideConfiguration configuration;
        try
        {
            configuration = JsonSerializer.Deserialize(utf8Json, ConfigurationJson.Default.OutsideConfiguration)
                ?? throw new ConfigurationException("$", "The configuration is null; expected an object.");
        }
        catch (JsonException fault)
        {
            throw new ConfigurationException(fault.Path ?? "$", fault.Message, fault);
        }

        configuration.Check();
        return configuration;
    }

    /// <inheritdoc cref="Parse(ReadOnlySpan{byte})"/>
    public static OutsideConfiguration Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return Parse(System.Text.Encoding.UTF8.GetBytes(json));
    }

    internal void Check()
    {
        Lambda?.Check("$.lambda");
        for (int i = 0; i < Endpoints.Count; i++)
            Endpoints[i].Check($"$.endpoints[{i}]");
        Http?.Check("$.http");
    }
}
