namespace Compiled.TestState.Schemas.Services;

/// <summary>What calls of Amazon Bedrock give. Source: the service's API reference, "Response Elements".</summary>
internal static class BedrockRuntimeShapes
{
    public const string Text = """
        invokeModel* {Body:j ContentType PerformanceConfigLatency ServiceTier}
        invokeModel {Body!:s0..25000000 ContentType! PerformanceConfigLatency ServiceTier}
        converse {Output!:{Message:{Role!:(user|assistant) Content!:[{Text}]}} StopReason! Usage!:{InputTokens!:n0.. OutputTokens!:n0.. TotalTokens!:n0..} Metrics!:{LatencyMs!:n0..} AdditionalModelResponseFields:j Trace:j}
        """;
}
