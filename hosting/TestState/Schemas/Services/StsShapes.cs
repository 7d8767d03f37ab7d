namespace Compiled.TestState.Schemas.Services;

/// <summary>What calls of AWS STS give. Source: the service's API reference, "Response Elements".</summary>
internal static class StsShapes
{
    public const string Text = """
        getCallerIdentity {UserId Account Arn:s20..2048}
        assumeRole {Credentials:@Credentials AssumedRoleUser:{AssumedRoleId!:s2..193 Arn!:s20..2048} PackedPolicySize:n0.. SourceIdentity:s2..64}
        getSessionToken {Credentials:@Credentials}
        @Credentials {AccessKeyId!:s16..128 SecretAccessKey! SessionToken! Expiration!}
        """;
}
