using System.Text.Json;
using Compiled.Simulation.Behaviours;
using Compiled.Simulation.Matching;
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

    internal Substitutions Substitutions => Options.Substitutions;

    /// <summary>Reads a tasks file.</summary>
    /// <exception cref="TaskScriptException">The JSON is not in the format; the message names the resource.</exception>
    public static TaskSimulator Read(JsonElement tasks, TaskSimulatorOptions? options = null)
    {
        if (tasks.ValueKind != JsonValueKind.Object) throw new TaskScriptException("A tasks file is a JSON object with one member for each resource.");
        TaskSimulator simulator = new(options ?? new TaskSimulatorOptions());
        foreach (JsonProperty task in tasks.EnumerateObject())
            simulator._behaviours[task.Name] = BehaviourReader.Read(task.Name, task.Value);
        return simulator;
    }

    /// <inheritdoc/>
    public async ValueTask<JsonValue> HandleAsync(JsonValue input, TaskContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (Find(context.Resource) is not { } behaviour) return Unknown(context.Resource);
        if (context.Resource.Contains(":activity:", StringComparison.Ordinal) && Options.WorkerName is { } worker) context.Started(worker);
        return await behaviour.PerformAsync(new TaskCall(this, context.Resource, input, context), cancellationToken).ConfigureAwait(false);
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

    private TaskBehaviour? Find(string resource)
    {
        if (_behaviours.TryGetValue(resource, out TaskBehaviour? behaviour)) return behaviour;
        // A file that names functions but not the integration that calls them means just that.
        return resource == "arn:aws:states:::lambda:invoke" ? new InvokeBehaviour() : null;
    }

    private static JsonValue Unknown(string resource) =>
        JsonValue.Failure(new Fault("Simulation.UnknownResource", $"The tasks file says nothing about '{resource}'."));
}
