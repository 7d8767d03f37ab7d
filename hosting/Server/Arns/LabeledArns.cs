using Compiled.Server.Protocol;

namespace Compiled.Server.Arns;

/// <summary>ARNs that name a distributed Map of a machine. FEATURES P-016.</summary>
internal static class LabeledArns
{
    /// <summary>Refuses them where an operation needs a whole machine.</summary>
    /// <exception cref="ApiException">ValidationException.</exception>
    public static void Refuse(ResourceArn arn)
    {
        if (arn.Label is not null)
            throw ApiErrors.Validation($"API does not support labeled ARNs: {arn.Text}", "API_DOES_NOT_SUPPORT_LABELED_ARNS");
    }
}
