using System.Globalization;
using Compiled.Language.Definition;
using Compiled.Language.Expressions;
using Compiled.Language.Faults;
using Compiled.Language.Json;

namespace Compiled.Language.Binding;

/// <summary>Binds a Task. FEATURES A8.</summary>
internal static class TaskBinder
{
    public static void Bind(StateScope scope, TaskState state)
    {
        FieldSet fields = scope.Fields;
        WorkBinder.Bind(scope, state);
        if (fields.String("Resource") is { } resource)
            BindResource(scope, state, resource);
        state.Parameters = fields.Template("Parameters");
        state.Arguments = fields.Template("Arguments");
        state.TimeoutSeconds = fields.Integer("TimeoutSeconds");
        state.TimeoutSecondsPath = fields.Path("TimeoutSecondsPath");
        state.TimeoutSecondsExpression = fields.Expression("TimeoutSeconds");
        state.HeartbeatSeconds = fields.Integer("HeartbeatSeconds");
        state.HeartbeatSecondsPath = fields.Path("HeartbeatSecondsPath");
        state.HeartbeatSecondsExpression = fields.Expression("HeartbeatSeconds");
        state.Credentials = BindCredentials(scope);
        CheckHeartbeat(scope, state);
    }

    private static void BindResource(StateScope scope, TaskState state, StringNode resource)
    {
        ResourceArn? arn = ResourceArnParser.Parse(resource.Value, out string? fault, out string? meant);
        if (arn is null)
        {
            scope.Report(TaskFaults.BadResource.At(resource, fault!).Suggesting(meant));
            return;
        }
        state.Arn = arn;
        if (scope.Context.MachineType == MachineType.Express && ExpressRefusal(arn) is { } refused)
            scope.Report(TaskFaults.ExpressUnsupportedIntegration.At(resource, $"'Resource' is {refused}, which an Express machine does not support"));
    }

    // FEATURES L-464, T-005.
    private static string? ExpressRefusal(ResourceArn arn) => (arn.Kind, arn.Pattern) switch
    {
        (ResourceKind.Activity, _) => "an activity",
        (_, IntegrationPattern.Sync or IntegrationPattern.Sync2) => "a '.sync' integration",
        (_, IntegrationPattern.WaitForTaskToken) => "a '.waitForTaskToken' integration",
        _ => null,
    };

    // FEATURES L-209.
    private static Template? BindCredentials(StateScope scope)
    {
        if (scope.Fields.Object("Credentials") is not { } node)
            return null;
        FieldSet fields = scope.Read(node, Place.Credentials);
        if (!fields.IsWritten("RoleArn") && !fields.IsWritten("RoleArn.$") && !fields.HasOtherLanguage)
            scope.Report(FieldReader.Lacking(TaskFaults.BadCredentials, node, "'RoleArn' is missing; 'Credentials' must have it"));
        // Its only JSONata field has been checked with the fields; what the template finds in it is the same.
        return TemplateParser.Parse(node, scope.Language, scope.Language == QueryLanguage.Jsonata ? _ => { } : scope.Report);
    }

    // FEATURES L-467.
    private static void CheckHeartbeat(StateScope scope, TaskState state)
    {
        if (state.HeartbeatSeconds is { } heartbeat && state.TimeoutSeconds is { } timeout && heartbeat >= timeout)
            scope.Report(TimeFaults.HeartbeatNotBelowTimeout.At(
                scope.Fields.Literal("HeartbeatSeconds")!,
                $"'HeartbeatSeconds' is {heartbeat.ToString(CultureInfo.InvariantCulture)}; expected less than 'TimeoutSeconds', which is {timeout.ToString(CultureInfo.InvariantCulture)}"));
    }
}
