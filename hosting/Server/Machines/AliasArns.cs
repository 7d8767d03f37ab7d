using Compiled.Server.Arns;
using Compiled.Server.Protocol;

namespace Compiled.Server.Machines;

/// <summary>The ARNs of aliases in requests.</summary>
internal static class AliasArns
{
    /// <summary>Reads the member <c>stateMachineAliasArn</c>.</summary>
    /// <exception cref="ApiException">ValidationException, InvalidArn.</exception>
    public static ResourceArn Read(ApiRequest request)
    {
        ResourceArn arn = ResourceArn.Read(request, "stateMachineAliasArn", "stateMachine");
        return arn.Qualifier is not null && arn.Version == 0 ? arn : throw ApiErrors.InvalidArn($"Invalid ARN: {arn.Text}");
    }

    /// <summary>The alias of an ARN.</summary>
    /// <exception cref="ApiException">ResourceNotFound.</exception>
    public static MachineAlias Get(KnownMachine? known, ResourceArn arn)
        => known?.Aliases.GetValueOrDefault(arn.Qualifier!)
            ?? throw new ApiException("ResourceNotFound", "Request references a resource that does not exist.") { Member = ("resourceName", arn.Text) };
}
