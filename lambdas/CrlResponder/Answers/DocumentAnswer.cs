using Infra.CrlResponder.Conditions;
using Infra.CrlResponder.Documents;

namespace Infra.CrlResponder.Answers;

/// <summary>Answers that carry a document or its validators.</summary>
public static class DocumentAnswer
{
    /// <summary>200 with the document.</summary>
    public static Answer Whole(
        DocumentKind kind, string etag, DateTimeOffset lastModified, string cacheControl, ReadOnlyMemory<byte> base64) =>
        new(200, [new("Content-Type", MediaTypes.Of(kind)), .. Validators(etag, lastModified, cacheControl), Refusal.NoSniff])
        {
            Base64Body = base64,
        };

    /// <summary>304 with the headers that RFC 9110 section 15.4.5 asks for.</summary>
    public static Answer NotModified(string etag, DateTimeOffset lastModified, string cacheControl) =>
        new(304, [.. Validators(etag, lastModified, cacheControl)]);

    private static KeyValuePair<string, string>[] Validators(
        string etag, DateTimeOffset lastModified, string cacheControl) =>
    [
        new("ETag", etag),
        new("Last-Modified", HttpDate.Format(lastModified)),
        new("Cache-Control", cacheControl),
    ];
}
