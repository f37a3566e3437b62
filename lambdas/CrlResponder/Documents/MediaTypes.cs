namespace Infra.CrlResponder.Documents;

/// <summary>Content types of what is served, from RFC 2585 section 4; never what S3 stores, which Private CA does not promise.</summary>
public static class MediaTypes
{
    public static string Of(DocumentKind kind) => kind switch
    {
        DocumentKind.Crl => "application/pkix-crl",
        DocumentKind.Certificate => "application/pkix-cert",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This kind of document has no content type."),
    };
}
