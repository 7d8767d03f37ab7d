using Compiled.Tasks;
using Compiled.Values;

namespace Compiled.Durable.Engine;

/// <summary>Tokens and activities as handlers and workers in the process reach them: by the same classes as in memory.</summary>
internal sealed class TaskHost(Engine engine) : ITokenHost, IActivityHost
{
    // Set while this thread works on a run, and so must not wait for one.
    [ThreadStatic]
    private static bool t_isAtWork;

    public static void AtWork(bool isAtWork) => t_isAtWork = isAtWork;

    /// <summary>Hands a message to the execution of a token, and gives its answer.</summary>
    public Task SendAsync(string taskToken, Message message)
    {
        ArgumentNullException.ThrowIfNull(taskToken);
        long execution = TaskTokens.PrefixOf(taskToken) ?? throw new InvalidTokenException();
        Task answer = message.Answer;
        return engine.Runs.Send(execution, message) ? answer : throw new TaskDoesNotExistException();
    }

    public void Complete(string taskToken, in JsonValue result) => Wait(SendAsync(taskToken, new TokenMessage(taskToken, result)));

    public void Heartbeat(string taskToken) => Wait(SendAsync(taskToken, new HeartbeatMessage(null, taskToken)));

    public void Create(string activityArn) => Wait(engine.Activities.CreateAsync(activityArn));

    public void Delete(string activityArn) => Wait(engine.Activities.DeleteAsync(activityArn));

    public bool Exists(string activityArn) => engine.Activities.Exists(activityArn);

    public Task<ActivityTask> TakeAsync(string activityArn, string? workerName, CancellationToken cancellationToken)
        => engine.Activities.TakeAsync(activityArn, workerName, cancellationToken);

    private static void Wait(Task answer)
    {
        if (!t_isAtWork)
            answer.GetAwaiter().GetResult();
        else if (!answer.IsCompletedSuccessfully)
            _ = answer.ContinueWith(static task => _ = task.Exception, TaskScheduler.Default);
    }
}
