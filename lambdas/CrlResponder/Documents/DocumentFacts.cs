using System.Numerics;

namespace Infra.CrlResponder.Documents;

/// <summary>What a CRL or certificate says about itself.</summary>
public sealed record DocumentFacts
{
    public required DocumentKind Kind { get; init; }

    /// <summary>DER of the issuer's name: CRL numbers of different issuers cannot be compared.</summary>
    public required ReadOnlyMemory<byte> Issuer { get; init; }

    /// <summary><c>thisUpdate</c> of a CRL, <c>notBefore</c> of a certificate.</summary>
    public required DateTimeOffset ValidFrom { get; init; }

    /// <summary><c>nextUpdate</c> of a CRL, <c>notAfter</c> of a certificate: nothing may be cached beyond it.</summary>
    public required DateTimeOffset ValidUntil { get; init; }

    /// <summary>CRL number (RFC 5280 section 5.2.3); null for a certificate or a CRL without one.</summary>
    public BigInteger? CrlNumber { get; init; }

    /// <summary>Number of the complete CRL that a delta CRL builds on (RFC 5280 section 5.2.4); null for a complete one.</summary>
    public BigInteger? BaseCrlNumber { get; init; }

    /// <summary>Which key of the issuer signed a CRL (RFC 5280 section 5.2.1); null where it does not say.</summary>
    public ReadOnlyMemory<byte>? KeyIdentifier { get; init; }

    /// <summary>
    /// True when a CA certificate of the bucket verified the signature of a CRL; nothing is known otherwise.
    /// </summary>
    public bool IsVerified { get; init; }

    /// <summary>False when the two certainly are not of one CA: by name, or by key where both say which.</summary>
    public bool MayBeOfOneCa(DocumentFacts other) =>
        NameReader.AreSame(Issuer.Span, other.Issuer.Span)
        && (KeyIdentifier is not { } key
            || other.KeyIdentifier is not { } otherKey
            || key.Span.SequenceEqual(otherKey.Span));

    public bool IsExpiredAt(DateTimeOffset now) => now >= ValidUntil;
}
