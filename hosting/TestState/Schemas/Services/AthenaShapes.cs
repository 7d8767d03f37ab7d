namespace Compiled.TestState.Schemas.Services;

/// <summary>What calls of Amazon Athena give. Source: the service's API reference, "Response Elements".</summary>
internal static class AthenaShapes
{
    public const string Text = """
        startQueryExecution {QueryExecutionId:s1..128}
        stopQueryExecution {}
        getQueryExecution {QueryExecution:@Query}
        startQueryExecution.sync {QueryExecution:@Query}
        getQueryResults {UpdateCount:n ResultSet:{Rows:[{Data:[{VarCharValue}]}] ResultSetMetadata:{ColumnInfo:[{Name! Type! CatalogName SchemaName TableName Label Precision:n Scale:n Nullable:(NOT_NULL|NULLABLE|UNKNOWN)
         CaseSensitive:b}]}} NextToken:s1..1024}
        listQueryExecutions {QueryExecutionIds:[s1..128] NextToken:s1..1024}
        @Query {QueryExecutionId:s1..128 Query:s1..262144 StatementType:(DDL|DML|UTILITY) ResultConfiguration:j QueryExecutionContext:{Database:s1..255 Catalog:s1..256}
         Status:{State:(QUEUED|RUNNING|SUCCEEDED|FAILED|CANCELLED) StateChangeReason SubmissionDateTime CompletionDateTime AthenaError:j} Statistics:{EngineExecutionTimeInMillis:n DataScannedInBytes:n
         DataManifestLocation TotalExecutionTimeInMillis:n QueryQueueTimeInMillis:n ServicePreProcessingTimeInMillis:n QueryPlanningTimeInMillis:n ServiceProcessingTimeInMillis:n} WorkGroup
         EngineVersion:{SelectedEngineVersion:s1..128 EffectiveEngineVersion:s1..128} SubstatementType}
        """;
}
