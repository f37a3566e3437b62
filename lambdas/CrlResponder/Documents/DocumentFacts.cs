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

    public bool IsExpiredAt(DateTimeOffset now) => now >= ValidUntil;
}
