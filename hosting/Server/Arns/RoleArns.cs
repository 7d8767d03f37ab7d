using Compiled.Server.Protocol;

namespace Compiled.Server.Arns;

/// <summary>ARNs of roles. Nothing is allowed or forbidden by them here; they are shown as they were given.</summary>
internal static class RoleArns
{
    /// <exception cref="ApiException">InvalidArn.</exception>
    public static void Check(string arn)
    {
        if (!arn.StartsWith("arn:", StringComparison.Ordinal))
            throw ApiErrors.InvalidArn($"Invalid ARN prefix: {arn}");
    }
}
