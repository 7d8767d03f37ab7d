using Compiled.Durable;
using Compiled.Server.Arns;
using Compiled.Server.Protocol;

namespace Compiled.Server.Operations;

/// <summary>Changes the limits of a Map's run that goes on. FEATURES P-121.</summary>
internal sealed class UpdateMapRun(StepFunctionsServer server) : IOperation
{
    public async ValueTask HandleAsync(ApiCall call)
    {
        ApiRequest request = call.Request;
        int? concurrency = (int?)request.Integer("maxConcurrency", 0, int.MaxValue), count = (int?)request.Integer("toleratedFailureCount", 0, int.MaxValue);
        double? percentage = request.Number("toleratedFailurePercentage", 0, 100);
        ResourceArn arn = ResourceArn.Read(request, "mapRunArn", "mapRun");
        if (concurrency is null && count is null && percentage is null)
            throw ApiErrors.MissingRequiredParameter("Either the maxConcurrency, the toleratedFailureCount, or the toleratedFailurePercentage must be specified");
        try
        {
            await server.Executions.UpdateMapRunAsync(arn.Text, concurrency, percentage, count).ConfigureAwait(false);
        }
        catch (MapRunCompletedException)
        {
            throw ApiErrors.Validation($"Map Run Already Completed: '{arn.Text}'", "CANNOT_UPDATE_COMPLETED_MAP_RUN");
        }
    }
}
