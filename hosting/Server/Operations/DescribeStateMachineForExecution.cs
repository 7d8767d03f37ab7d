using Compiled.Durable;
using Compiled.Durable.Journal;
using Compiled.Server.Arns;
using Compiled.Server.Machines;
using Compiled.Server.Protocol;

namespace Compiled.Server.Operations;

/// <summary>Tells of the machine with the definition that an execution runs by. FEATURES P-042.</summary>
internal sealed class DescribeStateMachineForExecution(StepFunctionsServer server) : IOperation
{
    public ValueTask HandleAsync(ApiCall call)
    {
        string? data = call.Request.Word("includedData", "ALL_DATA", "METADATA_ONLY");
        ResourceArn arn = ResourceArn.Read(call.Request, "executionArn", "execution");
        ExecutionDescription described = server.Executions.Describe(arn.Text);
        StoredDefinition stored = server.Executions.Reader.GetDefinition(arn.Text);
        ResourceArn machineArn = ResourceArn.Of(described.Summary.StateMachineArn, "stateMachine");
        KnownMachine? known = server.Catalog.Find(machineArn.StateMachineArn);
        // Logging, tracing and encryption are those of the version, or the machine's now.
        MachineSettings? settings = known is null ? null : described.Summary.Version == 0 ? known.Machine.Settings : known.Versions.GetValueOrDefault(described.Summary.Version)?.Settings;
        MachineRevision? revision = known?.Machine.RevisionAt(described.Summary.StartDate);
        string definition = machineArn.Label is null ? stored.Text
            : MachineText.DefinitionOf(server.Workflows.Get(stored.Name, stored.Type == MachineType.Express, stored.Text), stored.Text, machineArn.Label) ?? stored.Text;

        call.Writer.WriteString("stateMachineArn", described.StateMachineVersionArn ?? described.Summary.StateMachineArn);
        call.Writer.WriteString("name", stored.Name);
        call.Writer.WriteString("definition", data == "METADATA_ONLY" ? "{}" : definition);
        call.Writer.WriteString("roleArn", described.RoleArn ?? settings?.RoleArn ?? "");
        call.Writer.WriteDate("updateDate", revision?.Date ?? described.Summary.StartDate);
        MachineText.WriteSettings(call.Writer, settings ?? new MachineSettings { Definition = definition, RoleArn = "" });
        call.Writer.WriteOptional("mapRunArn", described.MapRunArn);
        call.Writer.WriteOptional("label", machineArn.Label);
        call.Writer.WriteOptional("revisionId", revision?.Id);
        if (data != "METADATA_ONLY")
            MachineText.WriteVariableReferences(call.Writer, definition, stored.Type == MachineType.Express);
        return ValueTask.CompletedTask;
    }
}
