namespace Compiled.TestState.Schemas.Services;

/// <summary>What calls of Amazon Kinesis Data Streams give. Source: the service's API reference, "Response Elements".</summary>
internal static class KinesisShapes
{
    public const string Text = """
        putRecord {ShardId!:s1..128 SequenceNumber! EncryptionType:(NONE|KMS)}
        putRecords {FailedRecordCount:n Records!:[{SequenceNumber ShardId:s1..128 ErrorCode ErrorMessage}] EncryptionType:(NONE|KMS)}
        getShardIterator {ShardIterator:s1..512}
        listStreams {StreamNames!:[s1..128] HasMoreStreams!:b NextToken:s1..1048576}
        """;
}
