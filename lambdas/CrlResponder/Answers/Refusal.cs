using System.Globalization;

namespace Infra.CrlResponder.Answers;

/// <summary>Answers without a document: one plain sentence that says what to do, never kept by a cache.</summary>
public static class Refusal
{
    internal static readonly KeyValuePair<string, string> NoSniff = new("X-Content-Type-Options", "nosniff");

    /// <summary>Time after which a client may try again when S3 does not answer; short, since such trouble often is.</summary>
    public static readonly TimeSpan RetryAfterTrouble = TimeSpan.FromSeconds(5);

    public static Answer Healthy() => Of(200, "The CRL responder is up.");

    public static Answer MalformedEvent() => Of(400, "The request has no method or no path.");

    public static Answer MalformedPath() =>
        Of(400, "The path is not valid: each percent sign needs two hexadecimal digits, and the bytes must be UTF-8.");

    public static Answer NotFound() => Of(404, "There is no CRL or CA certificate at this path.");

    public static Answer MethodNotAllowed() =>
        Of(405, "CRLs and CA certificates can only be read: use GET or HEAD.", new KeyValuePair<string, string>("Allow", "GET, HEAD"));

    public static Answer Failed() => Of(500, "The CRL responder failed; its log has the reason.");

    public static Answer TooLarge() => Unavailable(
        "This object does not fit the 1 MB that the load balancer passes on; its operator has to split it.",
        TimeSpan.FromHours(1));

    public static Answer Unfit(TimeSpan retryAfter) => Unavailable(
        "The object stored here is damaged or outdated and no earlier one can stand in; its operator has to publish it again.",
        retryAfter);

    public static Answer StoreTrouble() =>
        Unavailable("The store of CRLs does not answer at the moment; try again soon.", RetryAfterTrouble);

    private static Answer Unavailable(string sentence, TimeSpan retryAfter)
    {
        var seconds = Math.Max(1, (long)retryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return Of(503, sentence, new KeyValuePair<string, string>("Retry-After", seconds));
    }

    private static Answer Of(int statusCode, string sentence, params KeyValuePair<string, string>[] more) =>
        new(
            statusCode,
            [new("Content-Type", "text/plain; charset=utf-8"), new("Cache-Control", CacheControl.Never), NoSniff, .. more])
        {
            Text = sentence + "\n",
        };
}
