namespace Compiled.TestState.Schemas.Services;

/// <summary>What calls of AWS KMS give. Source: the service's API reference, "Response Elements".</summary>
internal static class KmsShapes
{
    public const string Text = """
        encrypt {CiphertextBlob:s1..6144 KeyId:s1..2048 EncryptionAlgorithm:@Algorithm}
        decrypt {KeyId:s1..2048 Plaintext:s1..4096 EncryptionAlgorithm:@Algorithm CiphertextForRecipient:s1..6144 KeyMaterialId}
        reEncrypt {CiphertextBlob:s1..6144 SourceKeyId:s1..2048 KeyId:s1..2048 SourceEncryptionAlgorithm:@Algorithm DestinationEncryptionAlgorithm:@Algorithm}
        generateDataKey {CiphertextBlob:s1..6144 Plaintext:s1..4096 KeyId:s1..2048 CiphertextForRecipient:s1..6144 KeyMaterialId}
        generateDataKeyWithoutPlaintext {CiphertextBlob:s1..6144 KeyId:s1..2048 KeyMaterialId}
        generateRandom {Plaintext:s1..4096 CiphertextForRecipient:s1..6144}
        sign {KeyId:s1..2048 Signature:s1..6144 SigningAlgorithm}
        verify {KeyId:s1..2048 SignatureValid:b SigningAlgorithm}
        generateMac {Mac:s1..6144 MacAlgorithm:@Mac KeyId:s1..2048}
        verifyMac {KeyId:s1..2048 MacValid:b MacAlgorithm:@Mac}
        describeKey {KeyMetadata:@Key}
        createKey {KeyMetadata:@Key}
        listKeys {Keys:[{KeyId:s1..2048 KeyArn:s20..2048}] NextMarker:s1..1024 Truncated:b}
        listAliases {Aliases:[{AliasName:s1..256 AliasArn:s20..2048 TargetKeyId:s1..2048 CreationDate LastUpdatedDate}] NextMarker:s1..1024 Truncated:b}
        getPublicKey {KeyId:s1..2048 PublicKey:s1..8192 CustomerMasterKeySpec KeySpec KeyUsage:@Usage EncryptionAlgorithms:[@Algorithm] SigningAlgorithms:[s]}
        @Algorithm (SYMMETRIC_DEFAULT|RSAES_OAEP_SHA_1|RSAES_OAEP_SHA_256|SM2PKE)
        @Mac (HMAC_SHA_224|HMAC_SHA_256|HMAC_SHA_384|HMAC_SHA_512)
        @Usage (SIGN_VERIFY|ENCRYPT_DECRYPT|GENERATE_VERIFY_MAC|KEY_AGREEMENT)
        @Key {AWSAccountId KeyId!:s1..2048 Arn:s20..2048 CreationDate Enabled:b Description:s0..8192 KeyUsage:@Usage
         KeyState:(Creating|Enabled|Disabled|PendingDeletion|PendingImport|PendingReplicaDeletion|Unavailable|Updating) DeletionDate ValidTo Origin:(AWS_KMS|EXTERNAL|AWS_CLOUDHSM|EXTERNAL_KEY_STORE)
         CustomKeyStoreId:s1..64 CloudHsmClusterId:s19..24 ExpirationModel:(KEY_MATERIAL_EXPIRES|KEY_MATERIAL_DOES_NOT_EXPIRE) KeyManager:(AWS|CUSTOMER) KeySpec
         EncryptionAlgorithms:[@Algorithm] SigningAlgorithms:[s] MultiRegion:b PendingDeletionWindowInDays:n1..365 MacAlgorithms:[@Mac]}
        """;
}
