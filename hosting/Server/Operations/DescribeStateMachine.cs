using Compiled.Server.Arns;
using Compiled.Server.Machines;
using Compiled.Server.Protocol;

namespace Compiled.Server.Operations;

/// <summary>Tells everything about a machine, or about a version, or about the processor of a distributed Map. FEATURES P-034 to P-036.</summary>
internal sealed class DescribeStateMachine(StepFunctionsServer server) : IOperation
{
    public ValueTask HandleAsync(ApiCall call)
    {
        string? data = call.Request.Word("includedData", "ALL_DATA", "METADATA_ONLY");
        ResourceArn arn = ResourceArn.Read(call.Request, "stateMachineArn", "stateMachine");
        if (server.Catalog.Find(arn.StateMachineArn) is not { } known)
            throw ApiErrors.StateMachineDoesNotExist(arn.Text);
        MachineVersion? version = VersionOf(known, arn);
        StateMachine machine = known.Machine;
        MachineSettings settings = version?.Settings ?? machine.Settings;
        string definition = MachineText.DefinitionOf(
            server.Workflows.Get(machine.Name, machine.IsExpress, settings.Definition), settings.Definition, arn.Label) ?? throw ApiErrors.StateMachineDoesNotExist(arn.Text);

        call.Writer.WriteString("stateMachineArn", arn.Text);
        call.Writer.WriteString("name", machine.Name);
        call.Writer.WriteString("status", machine.IsDeleting ? "DELETING" : "ACTIVE");
        call.Writer.WriteString("definition", data == "METADATA_ONLY" ? "{}" : definition);
        call.Writer.WriteString("roleArn", settings.RoleArn);
        call.Writer.WriteString("type", machine.Type);
        call.Writer.WriteDate("creationDate", version?.CreationDate ?? machine.CreationDate);
        call.Writer.WriteOptional("label", arn.Label);
        call.Writer.WriteOptional("revisionId", version is null ? machine.RevisionId : version.RevisionId);
        call.Writer.WriteOptional("description", version?.Description);
        MachineText.WriteSettings(call.Writer, settings);
        if (data != "METADATA_ONLY")
            MachineText.WriteVariableReferences(call.Writer, definition, machine.IsExpress);
        return ValueTask.CompletedTask;
    }

    private static MachineVersion? VersionOf(KnownMachine known, ResourceArn arn)
        => arn.Qualifier is null ? null : known.Versions.GetValueOrDefault(arn.Version) ?? throw ApiErrors.StateMachineDoesNotExist(arn.Text);
}
