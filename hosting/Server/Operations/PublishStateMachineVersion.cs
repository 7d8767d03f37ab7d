using Compiled.Server.Arns;
using Compiled.Server.Machines;
using Compiled.Server.Protocol;

namespace Compiled.Server.Operations;

/// <summary>Publishes the current revision of a machine as a version. FEATURES P-060 to P-062.</summary>
internal sealed class PublishStateMachineVersion(StepFunctionsServer server) : IOperation
{
    private const string Initial = "INITIAL";

    public ValueTask HandleAsync(ApiCall call)
    {
        string? revision = call.Request.Text("revisionId"), description = call.Request.Text("description", 0, 256);
        ResourceArn arn = ResourceArn.Read(call.Request, "stateMachineArn", "stateMachine");
        LabeledArns.Refuse(arn);
        if (arn.Qualifier is not null)
            throw ApiErrors.StateMachineDoesNotExist(arn.Text);
        DateTimeOffset now = server.TimeProvider.GetUtcNow();
        MachineVersion version = server.Catalog.Change(arn.Text, old =>
        {
            KnownMachine known = old ?? throw ApiErrors.StateMachineDoesNotExist(arn.Text);
            if (known.Machine.IsDeleting)
                throw ApiErrors.StateMachineDeleting(arn.Text);
            string current = known.Machine.RevisionId ?? Initial;
            return revision is null || revision == current
                ? Publishing.Publish(known, description, now)
                : throw ApiErrors.Conflict($"Failed to publish the State Machine version for revision {revision}. The current State Machine revision is {current}.");
        });
        call.Writer.WriteDate("creationDate", version.CreationDate);
        call.Writer.WriteString("stateMachineVersionArn", version.Arn);
        return ValueTask.CompletedTask;
    }
}
