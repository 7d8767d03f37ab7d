namespace Compiled.TestState.Schemas.Services;

/// <summary>What calls of Amazon S3 give. Source: the service's API reference, "Response Elements".</summary>
internal static class S3Shapes
{
    public const string Text = """
        getObject {Body:j DeleteMarker:b AcceptRanges Expiration Restore LastModified ContentLength:n ETag ChecksumCRC32 ChecksumCRC32C ChecksumCRC64NVME ChecksumSHA1 ChecksumSHA256
         ChecksumType:@ChecksumType MissingMeta:n VersionId CacheControl ContentDisposition ContentEncoding ContentLanguage ContentRange ContentType Expires ExpiresString WebsiteRedirectLocation
         ServerSideEncryption:@Encryption Metadata:<s> SSECustomerAlgorithm SSECustomerKeyMD5 SSEKMSKeyId BucketKeyEnabled:b StorageClass:@StorageClass RequestCharged:@Charged
         ReplicationStatus:@Replication PartsCount:n TagCount:n ObjectLockMode:@LockMode ObjectLockRetainUntilDate ObjectLockLegalHoldStatus:(ON|OFF)}
        headObject {DeleteMarker:b AcceptRanges Expiration Restore ArchiveStatus:(ARCHIVE_ACCESS|DEEP_ARCHIVE_ACCESS) LastModified ContentLength:n ETag MissingMeta:n VersionId CacheControl
         ContentDisposition ContentEncoding ContentLanguage ContentType Expires WebsiteRedirectLocation ServerSideEncryption:@Encryption Metadata:<s> SSECustomerAlgorithm SSECustomerKeyMD5
         SSEKMSKeyId BucketKeyEnabled:b StorageClass:@StorageClass RequestCharged:@Charged ReplicationStatus:@Replication PartsCount:n ObjectLockMode:@LockMode
         ObjectLockRetainUntilDate ObjectLockLegalHoldStatus:(ON|OFF)}
        putObject {Expiration ETag ChecksumCRC32 ChecksumCRC32C ChecksumCRC64NVME ChecksumSHA1 ChecksumSHA256 ChecksumType:@ChecksumType ServerSideEncryption:@Encryption VersionId
         SSECustomerAlgorithm SSECustomerKeyMD5 SSEKMSKeyId SSEKMSEncryptionContext BucketKeyEnabled:b Size:n RequestCharged:@Charged}
        copyObject {CopyObjectResult:{ETag LastModified ChecksumType:@ChecksumType ChecksumCRC32 ChecksumCRC32C ChecksumSHA1 ChecksumSHA256} Expiration CopySourceVersionId VersionId
         ServerSideEncryption:@Encryption SSECustomerAlgorithm SSECustomerKeyMD5 SSEKMSKeyId BucketKeyEnabled:b RequestCharged:@Charged}
        deleteObject {DeleteMarker:b VersionId RequestCharged:@Charged}
        deleteObjects {Deleted:[{Key:s1.. VersionId DeleteMarker:b DeleteMarkerVersionId}] RequestCharged:@Charged Errors:[{Key:s1.. VersionId Code Message}]}
        listObjectsV2 {IsTruncated:b Contents:[@Object] Name Prefix Delimiter MaxKeys:n CommonPrefixes:[{Prefix}] EncodingType:(url) KeyCount:n ContinuationToken NextContinuationToken StartAfter
         RequestCharged:@Charged}
        listObjects {IsTruncated:b Marker NextMarker Contents:[@Object] Name Prefix Delimiter MaxKeys:n CommonPrefixes:[{Prefix}] EncodingType:(url) RequestCharged:@Charged}
        listBuckets {Buckets:[{Name CreationDate BucketRegion BucketArn}] Owner:{DisplayName ID Id} ContinuationToken Prefix}
        createBucket {Location BucketArn}
        headBucket {BucketArn BucketLocationType:(AvailabilityZone|LocalZone) BucketLocationName BucketRegion AccessPointAlias:b}
        getObjectTagging {VersionId TagSet!:[{Key!:s1.. Value!}]}
        putObjectTagging {VersionId}
        getBucketLocation {LocationConstraint}
        createMultipartUpload {AbortDate AbortRuleId Bucket Key:s1.. UploadId ServerSideEncryption:@Encryption SSEKMSKeyId BucketKeyEnabled:b RequestCharged:@Charged}
        completeMultipartUpload {Location Bucket Key:s1.. Expiration ETag ServerSideEncryption:@Encryption VersionId SSEKMSKeyId BucketKeyEnabled:b RequestCharged:@Charged}
        @ChecksumType (COMPOSITE|FULL_OBJECT)
        @Encryption (AES256|aws:fsx|aws:kms|aws:kms:dsse)
        @StorageClass (STANDARD|REDUCED_REDUNDANCY|STANDARD_IA|ONEZONE_IA|INTELLIGENT_TIERING|GLACIER|DEEP_ARCHIVE|OUTPOSTS|GLACIER_IR|SNOW|EXPRESS_ONEZONE|FSX_OPENZFS|FSX_ONTAP)
        @Charged (requester)
        @Replication (COMPLETE|PENDING|FAILED|REPLICA|COMPLETED)
        @LockMode (GOVERNANCE|COMPLIANCE)
        @Object {Key:s1.. LastModified ETag ChecksumAlgorithm:[(CRC32|CRC32C|SHA1|SHA256|CRC64NVME)] ChecksumType:@ChecksumType Size:n StorageClass:@StorageClass Owner:{DisplayName ID Id}
         RestoreStatus:{IsRestoreInProgress:b RestoreExpiryDate}}
        """;
}
