namespace Compiled.TestState.Schemas.Services;

/// <summary>What calls of Amazon SNS give. Source: the service's API reference, "Response Elements".</summary>
internal static class SnsShapes
{
    public const string Text = """
        publish {MessageId SequenceNumber}
        publishBatch {Successful:[{Id MessageId SequenceNumber}] Failed:[{Id! Code! Message SenderFault!:b}]}
        createTopic {TopicArn}
        subscribe {SubscriptionArn}
        confirmSubscription {SubscriptionArn}
        getTopicAttributes {Attributes:<s>}
        listTopics {Topics:[{TopicArn}] NextToken}
        listSubscriptionsByTopic {Subscriptions:[{SubscriptionArn Owner Protocol Endpoint TopicArn}] NextToken}
        """;
}
