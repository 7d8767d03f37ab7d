using System.Text.Json;
using Compiled.Simulation.Behaviours;
using Compiled.Simulation.Matching;
using Compiled.Tasks;
using Compiled.Values;

namespace Compiled.Simulation;

/// <summary>
/// The outside world of a workflow, as a tasks file describes it: what each resource does when it is called.
/// </summary>
/// <remarks>
/// The file is a JSON object whose keys are resources, as they stand in the definition, or function ARNs:
/// <c>{"arn:aws:lambda:us-east-1:111111111111:function:pay": {"behaviour": "return", "value": {"paid": true}}}</c>. Behaviours are
/// <c>echo</c>, <c>return</c>, <c>raise</c>, <c>sleep</c>, <c>return_large_string</c>, <c>invoke</c>, <c>replay</c> and <c>python</c>.
/// Time passes by the execution's own clock only. One simulator serves one execution: replayed results are given once.
/// </remarks>
public sealed class TaskSimulator : ITaskHandler
{
    private readonly Dictionary<string, TaskBehaviour> _behaviours = new(StringComparer.Ordinal);
    private int _requests;

    private TaskSimulator(TaskSimulatorOptions options) => Options = options;

    /// <summary>The options given.</summary>
    public TaskSimulatorOptions Options { get; }

    /// <summary>The activities that the file describes, by ARN; one without any result had been deleted and is not among them.</summary>
    internal IEnumerable<string> Activities => _behaviours
        .Where(static task => SimulatedWorkers.IsActivity(task.Key) && task.Value is not ReplayBehaviour { IsEmpty: true })
        .Select(static task => task.Key);

    internal Substitutions Substitutions => Options.Substitutions;

    /// <summary>Reads a tasks file.</summary>
    /// <exception cref="TaskScriptException">The JSON is not in the format; the message names the resource.</exception>
    public static TaskSimulator Read(JsonElement tasks, TaskSimulatorOptions? options = null)
    {
        if (tasks.ValueKind != JsonValueKind.Object) throw new TaskScriptException("A tasks file is a JSON object with one member for each resource.");
        TaskSimulator simulator = new(options ?? new TaskSimulatorOptions());
        foreach (System.Text.Json.JsonProperty task in tasks.EnumerateObject())
            simulator._behaviours[task.Name] = BehaviourReader.Read(task.Name, task.Value);
        return simulator;
    }

    /// <inheritdoc/>
    public ValueTask<JsonValue> HandleAsync(JsonValue input, TaskContext context, CancellationToken cancellationToken)
    {
        TaskCall call = new() { World = this, Resource = context.Resource, Input = input, StateName = context.StateName, Time = context.TimeProvider };
        ValueTask<JsonValue> reply = PerformAsync(call, cancellationToken);
        switch (context.State?.Pattern)
        {
            case IntegrationPattern.WaitForTaskToken when context.TaskToken is { } token:
                return HandOut(reply, call, token, context.Options.TaskTokens);
            case IntegrationPattern.Sync or IntegrationPattern.Sync2 when !call.Submitted.IsMissing:
                context.Submitted(call.Submitted);
                return reply;
            default:
                return reply;
        }
    }

    /// <summary>
    /// The call hands a token out and is answered at once; the behaviour's reply completes the token. A call that fails by itself,
    /// without having been answered, never handed the token out.
    /// </summary>
    private static ValueTask<JsonValue> HandOut(ValueTask<JsonValue> reply, TaskCall call, string token, TaskTokens tokens)
    {
        ValueTask<JsonValue> kept = reply.Preserve();
        if (call.Submitted.IsMissing && kept.IsCompletedSuccessfully && kept.Result.IsFailure) return kept;
        _ = SimulatedWorkers.CompleteAsync(kept, token, tokens);
        return new(call.Submitted.IsMissing ? JsonValue.EmptyObject : call.Submitted);
    }

    /// <summary>The function with this name, partial ARN or ARN; nulls when there is none.</summary>
    internal (string? Resource, TaskBehaviour? Behaviour) FindFunction(string name)
    {
        if (name.Length == 0) return default;
        foreach ((string resource, TaskBehaviour behaviour) in _behaviours)
        {
            if (resource == name || resource.EndsWith(":function:" + name, StringComparison.Ordinal) ||
                (name.Contains(":function:", StringComparison.Ordinal) && resource.EndsWith(name, StringComparison.Ordinal)))
                return (resource, behaviour);
        }

        return default;
    }

    /// <summary>A request id that is the same in every run.</summary>
    internal string NewRequestId() =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"00000000-0000-4000-8000-{Interlocked.Increment(ref _requests):x12}");

    /// <summary>Does what the file says about the resource that is called.</summary>
    internal ValueTask<JsonValue> PerformAsync(TaskCall call, CancellationToken cancellationToken) =>
        Find(call.Resource) is { } behaviour ? behaviour.PerformAsync(call, cancellationToken) : new(Unknown(call.Resource));

    private TaskBehaviour? Find(string resource)
    {
        if (_behaviours.TryGetValue(resource, out TaskBehaviour? behaviour)) return behaviour;
        // A file that names functions but not the integration that calls them means just that.
        return resource == "arn:aws:states:::lambda:invoke" ? new InvokeBehaviour() : null;
    }

    private static JsonValue Unknown(string resource) =>
        JsonValue.Failure(new Fault("Simulation.UnknownResource", $"The tasks file says nothing about '{resource}'."));
}
