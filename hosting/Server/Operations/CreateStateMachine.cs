using Compiled.Server.Arns;
using Compiled.Server.Machines;
using Compiled.Server.Protocol;

namespace Compiled.Server.Operations;

/// <summary>Creates a machine; the same creation again gives the one that is there. FEATURES P-030 to P-033.</summary>
internal sealed class CreateStateMachine(StepFunctionsServer server) : IOperation
{
    public ValueTask HandleAsync(ApiCall call)
    {
        ApiRequest request = call.Request;
        string name = request.RequiredText("name", 1, 80);
        string definition = request.RequiredText("definition", 1, 1_048_576), role = request.RequiredText("roleArn", 1, 256);
        string type = request.Word("type", "STANDARD", "EXPRESS") ?? "STANDARD";
        bool isPublished = request.Boolean("publish") ?? false;
        string? description = request.Text("versionDescription", 0, 256);
        IReadOnlyDictionary<string, string> tags = ResourceTags.Read(request);
        bool isTracing = TracingSettings.Read(request) ?? false;
        request.Check();
        LoggingSettings logging = LoggingSettings.Read(request) ?? LoggingSettings.Off;
        EncryptionSettings encryption = EncryptionSettings.Read(request) ?? EncryptionSettings.OwnedByAws;
        ResourceNames.Check(name);
        RoleArns.Check(role);
        if (description is not null && !isPublished)
            throw ApiErrors.Validation("Version description can only be set when publish is true");
        string arn = $"arn:aws:states:{call.Caller.Region}:{call.Caller.Account}:stateMachine:{name}";
        ResourceTags.CheckCount(tags, arn);

        MachineSettings settings = new() { Definition = definition, RoleArn = role, Logging = logging, IsTracing = isTracing, Encryption = encryption };
        DateTimeOffset now = server.TimeProvider.GetUtcNow();
        StateMachine wanted = new()
        {
            Arn = arn,
            Name = name,
            IsExpress = type == "EXPRESS",
            Settings = settings,
            CreationDate = now,
            Revisions = [new MachineRevision(null, now)],
            Tags = tags,
            WasPublished = isPublished,
            FirstVersionDescription = description,
        };
        if (server.Catalog.Find(arn) is null)
            server.Workflows.Accept(name, wanted.IsExpress, definition);
        KnownMachine known = server.Catalog.Change(arn, old => Created(old, wanted));
        call.Writer.WriteString("stateMachineArn", arn);
        call.Writer.WriteDate("creationDate", known.Machine.CreationDate);
        if (isPublished)
            call.Writer.WriteString("stateMachineVersionArn", $"{arn}:1");
        return ValueTask.CompletedTask;
    }

    private static (KnownMachine? Machine, KnownMachine Result) Created(KnownMachine? old, StateMachine wanted)
    {
        if (old is not null)
        {
            if (old.Machine.IsDeleting)
                throw ApiErrors.StateMachineDeleting(wanted.Arn);
            return IsSame(old.Machine, wanted) ? (old, old) : throw ApiErrors.StateMachineAlreadyExists(wanted.Arn);
        }

        KnownMachine made = new(wanted);
        if (wanted.WasPublished)
            made = Publishing.Publish(made, wanted.FirstVersionDescription, wanted.CreationDate).Machine;
        return (made, made);
    }

    // P-031: the role and the tags may differ, and are not changed.
    private static bool IsSame(StateMachine old, StateMachine wanted)
        => old.IsExpress == wanted.IsExpress && old.Settings with { RoleArn = wanted.Settings.RoleArn } == wanted.Settings
        && old.WasPublished == wanted.WasPublished && old.FirstVersionDescription == wanted.FirstVersionDescription;
}
