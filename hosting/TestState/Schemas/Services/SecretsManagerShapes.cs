namespace Compiled.TestState.Schemas.Services;

/// <summary>What calls of AWS Secrets Manager give. Source: the service's API reference, "Response Elements".</summary>
internal static class SecretsManagerShapes
{
    public const string Text = """
        getSecretValue {ARN:s20..2048 Arn:s20..2048 Name:s1..256 VersionId:s32..64 SecretBinary:s1..65536 SecretString:s1..65536 VersionStages:[s1..256] CreatedDate}
        createSecret {ARN:s20..2048 Arn:s20..2048 Name:s1..256 VersionId:s32..64 ReplicationStatus:[j]}
        putSecretValue {ARN:s20..2048 Arn:s20..2048 Name:s1..256 VersionId:s32..64 VersionStages:[s1..256]}
        updateSecret {ARN:s20..2048 Arn:s20..2048 Name:s1..256 VersionId:s32..64}
        deleteSecret {ARN:s20..2048 Arn:s20..2048 Name:s1..256 DeletionDate}
        rotateSecret {ARN:s20..2048 Arn:s20..2048 Name:s1..256 VersionId:s32..64}
        describeSecret {ARN:s20..2048 Arn:s20..2048 Name:s1..256 Description:s0..2048 KmsKeyId:s0..2048 RotationEnabled:b RotationLambdaARN:s0..2048 LastRotatedDate LastChangedDate
         LastAccessedDate DeletedDate NextRotationDate Tags:[@Tag] VersionIdsToStages:<[s1..256]> OwningService:s1..128 CreatedDate PrimaryRegion:s1..128}
        listSecrets {SecretList:[{ARN:s20..2048 Arn:s20..2048 Name:s1..256 Description:s0..2048 RotationEnabled:b LastChangedDate Tags:[@Tag] CreatedDate}] NextToken:s1..4096}
        getRandomPassword {RandomPassword:s0..4096}
        @Tag {Key:s1..128 Value:s0..256}
        """;
}
