using Amazon.SimpleNotificationService.Model;
using Infra.AwsClient.Tests;

namespace Infra.AWSSDK.SimpleNotificationService.Tests.Topics;

/// <summary>Valid values.</summary>
internal static class Some
{
    public const string TopicArn = "arn:aws-us-gov:sns:us-gov-west-1:111122223333:trust";

    public const string MessageId = "94f20ce6-13c5-43a0-9a9e-ca52d816e90b";

    public static PublishRequest Message() => new() { TopicArn = TopicArn, Subject = "CA expires", Message = "text" };

    /// <summary>As in the API reference of <c>Publish</c>.</summary>
    public static Answer Taken() => Xml(200, $"""
        <PublishResponse xmlns="https://sns.amazonaws.com/doc/2010-03-31/">
            <PublishResult>
                <MessageId>{MessageId}</MessageId>
            </PublishResult>
            <ResponseMetadata>
                <RequestId>{FakeService.RequestId}</RequestId>
            </ResponseMetadata>
        </PublishResponse>
        """);

    public static Answer Refused(int status, string code, string message = "m") => Xml(status, $"""
        <ErrorResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/">
          <Error>
            <Type>Sender</Type>
            <Code>{code}</Code>
            <Message>{message}</Message>
          </Error>
          <RequestId>{FakeService.RequestId}</RequestId>
        </ErrorResponse>
        """);

    public static Answer Xml(int status, string body) => new(status, body) { ContentType = "text/xml" };
}
