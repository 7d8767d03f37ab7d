using System.Text.Json;
using Compiled.Server.Arns;
using Compiled.Server.Protocol;

namespace Compiled.Server.Machines;

/// <summary>The versions of an alias, as requests and answers say them. FEATURES P-064, P-065.</summary>
internal static class AliasRouting
{
    private const string Reason = "INVALID_ROUTING_CONFIGURATION";

    private const int MostRoutes = 2, WholeWeight = 100;

    /// <summary>Reads the member; null when it is missing. The versions are those of one machine, and each is there.</summary>
    /// <exception cref="ApiException">ValidationException, InvalidArn, ResourceNotFound.</exception>
    public static (string StateMachineArn, IReadOnlyList<AliasRoute> Routes)? Read(ApiRequest request, MachineCatalog catalog)
    {
        if (request.Structures("routingConfiguration") is not { } items)
            return null;
        if (items.Count is 0 or > MostRoutes)
            request.Violated(request.List("routingConfiguration")!.Count.ToString(System.Globalization.CultureInfo.InvariantCulture), "routingConfiguration", items.Count == 0
                ? "Member must have length greater than or equal to 1" : "Member must have length less than or equal to 2");
        List<(ResourceArn? Arn, string Text, int Weight)> routes = [];
        foreach (ApiRequest item in items)
        {
            string text = item.RequiredText("stateMachineVersionArn", 1, 256);
            long weight = item.Integer("weight", 0, WholeWeight) ?? item.Missing("routingConfiguration.weight", 0L);
            request.Take(item);
            routes.Add((ResourceArn.TryParse(text), text, (int)weight));
        }

        request.Check();
        Check(routes);
        string machine = routes[0].Arn!.StateMachineArn;
        foreach ((ResourceArn? arn, _, _) in routes)
        {
            if (catalog.Find(arn!.StateMachineArn)?.Versions.ContainsKey(arn.Version) != true)
                throw new ApiException("ResourceNotFound", "Request references a resource that does not exist.") { Member = ("resourceName", arn.Text) };
        }

        return (machine, [.. routes.Select(static route => new AliasRoute(route.Arn!.Version, route.Weight))]);
    }

    /// <summary>Writes the member.</summary>
    public static void Write(Utf8JsonWriter writer, MachineAlias alias)
    {
        writer.WriteStartArray("routingConfiguration");
        foreach (AliasRoute route in alias.Routes)
        {
            writer.WriteStartObject();
            writer.WriteString("stateMachineVersionArn", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{alias.StateMachineArn}:{route.Version}"));
            writer.WriteNumber("weight", route.Weight);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Check(List<(ResourceArn? Arn, string Text, int Weight)> routes)
    {
        string received = $"[{string.Join(", ", routes.Select(static route => route.Text))}]";
        if (routes.Any(static route => route.Arn is not { Kind: "stateMachine", Version: > 0 }))
            throw ApiErrors.Validation($"Routing configuration must contain state machine version ARNs. Received: {received}", Reason);
        if (routes.DistinctBy(static route => route.Text).Count() < routes.Count)
            throw ApiErrors.Validation($"Routing configuration must contain distinct state machine version ARNs. Received: {received}", Reason);
        if (routes.DistinctBy(static route => route.Arn!.StateMachineArn).Count() > 1)
            throw ApiErrors.Validation($"Routing configuration must contain versions of one state machine. Received: {received}", Reason);
        if (routes.Sum(static route => route.Weight) != WholeWeight)
            throw ApiErrors.Validation($"Sum of routing configuration weights must equal 100. Received: [{string.Join(", ", routes.Select(static route => route.Weight))}]", Reason);
    }
}
