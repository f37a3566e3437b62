namespace Amazon.SimpleNotificationService.Model;

/// <summary>Sends a message to all subscribers of a topic.</summary>
public partial class PublishRequest : AmazonSimpleNotificationServiceRequest
{
    public string TopicArn { get; set; }

    /// <summary>At most 262,144 bytes of UTF-8.</summary>
    public string Message { get; set; }

    /// <summary>Subject line of e-mails: fewer than 100 characters, no line breaks or control characters.</summary>
    public string Subject { get; set; }
}
