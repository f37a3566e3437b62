namespace Infra.CrlResponder.Documents;

/// <summary>What kind of object a path asks for.</summary>
public enum DocumentKind
{
    /// <summary>A certificate revocation list (RFC 5280 section 5), DER.</summary>
    Crl,

    /// <summary>A CA certificate (RFC 5280 section 4), DER.</summary>
    Certificate,
}
