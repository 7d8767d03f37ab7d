namespace Compiled.TestState.Schemas.Services;

/// <summary>What calls of Amazon DynamoDB give. Source: the service's API reference, "Response Elements".</summary>
internal static class DynamoDbShapes
{
    public const string Text = """
        putItem {Attributes:<@Value> ConsumedCapacity:@Capacity ItemCollectionMetrics:@Metrics}
        updateItem {Attributes:<@Value> ConsumedCapacity:@Capacity ItemCollectionMetrics:@Metrics}
        deleteItem {Attributes:<@Value> ConsumedCapacity:@Capacity ItemCollectionMetrics:@Metrics}
        getItem {Item:<@Value> ConsumedCapacity:@Capacity}
        query {Items:[<@Value>] Count:n ScannedCount:n LastEvaluatedKey:<@Value> ConsumedCapacity:@Capacity}
        scan {Items:[<@Value>] Count:n ScannedCount:n LastEvaluatedKey:<@Value> ConsumedCapacity:@Capacity}
        batchGetItem {Responses:<[<@Value>]> UnprocessedKeys:<j> ConsumedCapacity:[@Capacity]}
        batchWriteItem {UnprocessedItems:<[j]> ItemCollectionMetrics:<[@Metrics]> ConsumedCapacity:[@Capacity]}
        transactWriteItems {ConsumedCapacity:[@Capacity] ItemCollectionMetrics:<[@Metrics]>}
        transactGetItems {ConsumedCapacity:[@Capacity] Responses:[{Item:<@Value>}]}
        executeStatement {Items:[<@Value>] NextToken:s1..32768 ConsumedCapacity:@Capacity LastEvaluatedKey:<@Value>}
        describeTable {Table:@Table}
        createTable {TableDescription:@Table}
        deleteTable {TableDescription:@Table}
        updateTable {TableDescription:@Table}
        listTables {TableNames:[s3..255] LastEvaluatedTableName:s3..255}
        @Value {S N B SS:[s] Ss:[s] NS:[s] Ns:[s] BS:[s] Bs:[s] M:<@Value> L:[@Value] NULL:b Nul:b BOOL:b Bool:b}
        @Units {ReadCapacityUnits:n WriteCapacityUnits:n CapacityUnits:n}
        @Capacity {TableName:s1..1024 CapacityUnits:n ReadCapacityUnits:n WriteCapacityUnits:n Table:@Units LocalSecondaryIndexes:<@Units> GlobalSecondaryIndexes:<@Units>}
        @Metrics {ItemCollectionKey:<@Value> SizeEstimateRangeGB:[n] SizeEstimateRangeGb:[n]}
        @Key {AttributeName!:s1..255 KeyType!:(HASH|RANGE)}
        @Projection {ProjectionType:(ALL|KEYS_ONLY|INCLUDE) NonKeyAttributes:[s1..255]}
        @Throughput {LastIncreaseDateTime LastDecreaseDateTime NumberOfDecreasesToday:n1.. ReadCapacityUnits:n0.. WriteCapacityUnits:n0..}
        @Table {AttributeDefinitions:[{AttributeName!:s1..255 AttributeType!:(S|N|B)}] TableName:s3..255 KeySchema:[@Key]
         TableStatus:(CREATING|UPDATING|DELETING|ACTIVE|INACCESSIBLE_ENCRYPTION_CREDENTIALS|ARCHIVING|ARCHIVED|REPLICATION_NOT_AUTHORIZED) CreationDateTime
         ProvisionedThroughput:@Throughput TableSizeBytes:n ItemCount:n TableArn TableId BillingModeSummary:{BillingMode:(PROVISIONED|PAY_PER_REQUEST) LastUpdateToPayPerRequestDateTime}
         LocalSecondaryIndexes:[{IndexName:s3..255 KeySchema:[@Key] Projection:@Projection IndexSizeBytes:n ItemCount:n IndexArn}]
         GlobalSecondaryIndexes:[{IndexName:s3..255 KeySchema:[@Key] Projection:@Projection IndexStatus:(CREATING|UPDATING|DELETING|ACTIVE) Backfilling:b ProvisionedThroughput:@Throughput
         IndexSizeBytes:n ItemCount:n IndexArn}] StreamSpecification:{StreamEnabled!:b StreamViewType:(NEW_IMAGE|OLD_IMAGE|NEW_AND_OLD_IMAGES|KEYS_ONLY)} LatestStreamLabel
         LatestStreamArn:s37..1024 DeletionProtectionEnabled:b}
        """;
}
