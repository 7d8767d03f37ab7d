using Compiled.Durable.Journal;
using Compiled.Server.Arns;
using Compiled.Server.Machines;
using Compiled.Server.Protocol;

namespace Compiled.Server.Operations;

/// <summary>Creates an activity; one of that name that is there is given again. FEATURES P-100.</summary>
internal sealed class CreateActivity(StepFunctionsServer server) : IOperation
{
    public async ValueTask HandleAsync(ApiCall call)
    {
        IReadOnlyDictionary<string, string> tags = ResourceTags.Read(call.Request);
        string name = ResourceNames.Read(call.Request);
        EncryptionSettings encryption = EncryptionSettings.Read(call.Request) ?? EncryptionSettings.OwnedByAws;
        string arn = $"arn:aws:states:{call.Caller.Region}:{call.Caller.Account}:activity:{name}";
        ResourceTags.CheckCount(tags, arn);
        bool exists = server.Executions.FindActivity(arn) is not null;
        if (exists && (server.Catalog.FindActivity(arn)?.Encryption ?? EncryptionSettings.OwnedByAws) != encryption)
            throw ApiErrors.ActivityAlreadyExists(arn);
        if (!exists)
            server.Catalog.ChangeActivity(arn, _ => new ActivitySettings { Arn = arn, Encryption = encryption, Tags = tags });
        StoredActivity activity = await server.Executions.CreateActivityAsync(arn).ConfigureAwait(false);
        call.Writer.WriteString("activityArn", activity.Arn);
        call.Writer.WriteDate("creationDate", new DateTimeOffset(activity.CreatedTicks, TimeSpan.Zero));
    }
}
