namespace Compiled.Tasks;

/// <summary>A host that keeps activities elsewhere than in memory.</summary>
internal interface IActivityHost
{
    void Create(string activityArn);

    void Delete(string activityArn);

    bool Exists(string activityArn);

    Task<ActivityTask> TakeAsync(string activityArn, string? workerName, CancellationToken cancellationToken);
}
