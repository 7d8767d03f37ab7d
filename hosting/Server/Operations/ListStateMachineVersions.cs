using System.Globalization;
using Compiled.Server.Arns;
using Compiled.Server.Machines;
using Compiled.Server.Protocol;

namespace Compiled.Server.Operations;

/// <summary>Lists the versions of a machine, the newest first. FEATURES P-063.</summary>
internal sealed class ListStateMachineVersions(StepFunctionsServer server) : IOperation
{
    public ValueTask HandleAsync(ApiCall call)
    {
        ResourceArn arn = ResourceArn.Read(call.Request, "stateMachineArn", "stateMachine");
        Paging paging = Paging.Read(call, server.TimeProvider, $"{nameof(ListStateMachineVersions)}\n{arn.Text}");
        KnownMachine known = server.Catalog.Get(arn.Text);
        // The keys are in the order of the list: of a higher number is less left to the highest.
        paging.Write(
            call, "stateMachineVersions", known.Versions.Values.Reverse(),
            static version => (int.MaxValue - version.Number).ToString("D10", CultureInfo.InvariantCulture),
            version =>
            {
                call.Writer.WriteString("stateMachineVersionArn", version.Arn);
                call.Writer.WriteDate("creationDate", version.CreationDate);
            });
        return ValueTask.CompletedTask;
    }
}
