using Compiled.Server.Arns;
using Compiled.Server.Protocol;

namespace Compiled.Server.Machines;

/// <summary>The machine or activity whose tags a request is about. FEATURES P-122.</summary>
internal static class TaggedResource
{
    /// <summary>Its tags.</summary>
    /// <exception cref="ApiException">ValidationException, InvalidArn, ResourceNotFound.</exception>
    public static IReadOnlyDictionary<string, string> Read(StepFunctionsServer server, ResourceArn arn)
    {
        if (arn.Kind == "stateMachine")
            return server.Catalog.Find(arn.Text)?.Machine.Tags ?? throw ApiErrors.ResourceNotFound(arn.Text);
        if (server.Executions.FindActivity(arn.Text) is null)
            throw ApiErrors.ResourceNotFound(arn.Text);
        return server.Catalog.FindActivity(arn.Text)?.Tags ?? new Dictionary<string, string>();
    }

    /// <summary>Changes its tags.</summary>
    /// <exception cref="ApiException">ResourceNotFound, TooManyTags.</exception>
    public static void Change(StepFunctionsServer server, ResourceArn arn, Action<Dictionary<string, string>> change)
    {
        if (arn.Kind == "stateMachine")
        {
            server.Catalog.Change(arn.Text, old =>
            {
                KnownMachine known = old ?? throw ApiErrors.ResourceNotFound(arn.Text);
                return (known with { Machine = known.Machine with { Tags = Changed(known.Machine.Tags, arn, change) } }, true);
            });
            return;
        }

        Read(server, arn);
        server.Catalog.ChangeActivity(arn.Text, old =>
        {
            ActivitySettings settings = old ?? new ActivitySettings { Arn = arn.Text };
            return settings with { Tags = Changed(settings.Tags, arn, change) };
        });
    }

    private static Dictionary<string, string> Changed(IReadOnlyDictionary<string, string> old, ResourceArn arn, Action<Dictionary<string, string>> change)
    {
        Dictionary<string, string> tags = new(old, StringComparer.Ordinal);
        change(tags);
        ResourceTags.CheckCount(tags, arn.Text);
        return tags;
    }
}
