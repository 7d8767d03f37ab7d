namespace Compiled.TestState.Schemas.Services;

/// <summary>What calls of Amazon SQS give. Source: the service's API reference, "Response Elements".</summary>
internal static class SqsShapes
{
    public const string Text = """
        sendMessage {MD5OfMessageBody Md5OfMessageBody MD5OfMessageAttributes Md5OfMessageAttributes MD5OfMessageSystemAttributes Md5OfMessageSystemAttributes MessageId SequenceNumber}
        sendMessageBatch {Successful!:[{Id! MessageId! MD5OfMessageBody Md5OfMessageBody MD5OfMessageAttributes Md5OfMessageAttributes SequenceNumber}]
         Failed!:[{Id! SenderFault!:b Code! Message}]}
        receiveMessage {Messages:[{MessageId ReceiptHandle MD5OfBody Md5OfBody Body Attributes:<s> MD5OfMessageAttributes Md5OfMessageAttributes
         MessageAttributes:<{StringValue BinaryValue StringListValues:[s] BinaryListValues:[s] DataType!}>}]}
        deleteMessageBatch {Successful!:[{Id!}] Failed!:[{Id! SenderFault!:b Code! Message}]}
        createQueue {QueueUrl}
        getQueueUrl {QueueUrl}
        getQueueAttributes {Attributes:<s>}
        listQueues {QueueUrls:[s] NextToken}
        listQueueTags {Tags:<s>}
        """;
}
