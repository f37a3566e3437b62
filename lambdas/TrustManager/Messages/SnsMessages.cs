using System.Net;
using System.Text;
using Amazon.Runtime;
using Amazon.SimpleNotificationService;
using Amazon.SimpleNotificationService.Model;
using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.Retrying;

namespace Infra.TrustManager.Messages;

/// <summary>Messages over an SNS topic, whose subscribers are people.</summary>
public sealed class SnsMessages(IAmazonSimpleNotificationService sns, string topicArn) : IMessages
{
    /// <summary>Longest subject, in characters of ASCII (SNS API reference, Publish, Subject).</summary>
    public const int MaxSubject = 100;

    /// <summary>Longest text, in bytes of UTF-8 (SNS API reference, Publish, Message: 262,144).</summary>
    public const int MaxTextBytes = 262_144;

    private const string Cut = "\n...";

    public Task SendAsync(Message message, CancellationToken cancellationToken) => ServiceCall.RunAsync(
        () => sns.PublishAsync(
            new PublishRequest
            {
                TopicArn = topicArn, Subject = SubjectOf(message.Subject), Message = TextOf(message.Text),
            },
            cancellationToken),
        failure => new ServiceException(
            Kind(failure), $"sns:Publish to {topicArn} failed ({ServiceCall.TextOf(failure)}).", failure),
        cancellationToken);

    /// <summary>SNS takes printable ASCII that begins with no space, and names may hold anything.</summary>
    internal static string SubjectOf(string subject)
    {
        var ascii = string.Concat(Printable.Text(subject).Select(c => c is >= ' ' and <= '~' ? c : '?')).Trim();
        return ascii.Length <= MaxSubject ? ascii : ascii[..(MaxSubject - 3)] + "...";
    }

    internal static string TextOf(string whole)
    {
        var text = Printable.Text(whole);
        if (Encoding.UTF8.GetByteCount(text) <= MaxTextBytes)
        {
            return text;
        }

        // A character of UTF-16 has at most three bytes of UTF-8, and so has what half a pair at the cut becomes.
        return text[..(MaxTextBytes / 3 - Cut.Length)] + Cut;
    }

    private static ServiceFailure Kind(Exception failure) => failure is not AmazonServiceException service
        ? ServiceFailure.Unavailable
        : service.StatusCode switch
        {
            HttpStatusCode.Forbidden => ServiceFailure.Denied,
            HttpStatusCode.NotFound => ServiceFailure.NotFound,
            HttpStatusCode.TooManyRequests => ServiceFailure.Throttled,
            >= HttpStatusCode.InternalServerError or 0 => ServiceFailure.Unavailable,
            _ => ServiceFailure.Rejected,
        };
}
