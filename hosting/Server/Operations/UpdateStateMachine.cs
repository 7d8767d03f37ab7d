using Compiled.Server.Arns;
using Compiled.Server.Machines;
using Compiled.Server.Protocol;

namespace Compiled.Server.Operations;

/// <summary>Changes a machine; executions that run keep what they started with. FEATURES P-035, P-037, P-038.</summary>
internal sealed class UpdateStateMachine(StepFunctionsServer server) : IOperation
{
    private const int KeptRevisions = 100;

    public ValueTask HandleAsync(ApiCall call)
    {
        ApiRequest request = call.Request;
        string? definition = request.Text("definition", 1, 1_048_576), role = request.Text("roleArn", 1, 256);
        bool isPublished = request.Boolean("publish") ?? false;
        string? description = request.Text("versionDescription", 0, 256);
        bool? isTracing = TracingSettings.Read(request);
        ResourceArn arn = ResourceArn.Read(request, "stateMachineArn", "stateMachine");
        LoggingSettings? logging = LoggingSettings.Read(request);
        EncryptionSettings? encryption = EncryptionSettings.Read(request);
        LabeledArns.Refuse(arn);
        if (arn.Qualifier is not null)
            throw ApiErrors.StateMachineDoesNotExist(arn.Text);
        StateMachine machine = server.Catalog.Get(arn.Text).Machine;
        if (description is not null && !isPublished)
            throw ApiErrors.Validation("Version description can only be set when publish is true");
        if (definition is null && role is null && logging is null && isTracing is null && encryption is null)
            throw ApiErrors.MissingRequiredParameter("Either the definition, the role ARN, the LoggingConfiguration, or the TracingConfiguration must be specified");
        if (role is not null)
            RoleArns.Check(role);
        if (definition is not null)
            server.Workflows.Accept(machine.Name, machine.IsExpress, definition);

        DateTimeOffset now = server.TimeProvider.GetUtcNow();
        MachineSettings Updated(MachineSettings old) => old with
        {
            Definition = definition ?? old.Definition,
            RoleArn = role ?? old.RoleArn,
            Logging = logging ?? old.Logging,
            IsTracing = isTracing ?? old.IsTracing,
            Encryption = encryption ?? old.Encryption,
        };
        (KnownMachine known, MachineVersion? version) = server.Catalog.Change(arn.Text, old =>
        {
            KnownMachine changed = Change(old ?? throw ApiErrors.StateMachineDoesNotExist(arn.Text), Updated, now);
            if (!isPublished)
                return (changed, (changed, (MachineVersion?)null));
            (KnownMachine published, MachineVersion made) = Publishing.Publish(changed, description, now);
            return (published, (published, made));
        });
        call.Writer.WriteDate("updateDate", known.Machine.UpdateDate);
        call.Writer.WriteOptional("revisionId", known.Machine.RevisionId);
        call.Writer.WriteOptional("stateMachineVersionArn", version?.Arn);
        return ValueTask.CompletedTask;
    }

    // P-035: an update that changes nothing makes no revision.
    private static KnownMachine Change(KnownMachine known, Func<MachineSettings, MachineSettings> update, DateTimeOffset now)
    {
        StateMachine machine = known.Machine;
        if (machine.IsDeleting)
            throw ApiErrors.StateMachineDeleting(machine.Arn);
        MachineSettings settings = update(machine.Settings);
        string? revision = settings == machine.Settings ? machine.RevisionId : Guid.NewGuid().ToString();
        IEnumerable<MachineRevision> revisions = settings == machine.Settings
            ? machine.Revisions.SkipLast(1).Append(new MachineRevision(revision, now))
            : machine.Revisions.Append(new MachineRevision(revision, now));
        return known with { Machine = machine with { Settings = settings, Revisions = [.. revisions.TakeLast(KeptRevisions)] } };
    }
}
