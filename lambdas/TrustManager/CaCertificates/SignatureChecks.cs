namespace Infra.TrustManager.CaCertificates;

/// <summary>The signature checks of one piece of work: each is made once, and only so many.</summary>
internal sealed class SignatureChecks(int limit, CancellationToken cancellationToken)
{
    private readonly Dictionary<(string IssuerKey, string Issued), bool?> _known = [];

    /// <summary>True when a check was not made because of the limit.</summary>
    public bool IsExhausted { get; private set; }

    /// <summary>
    /// See <see cref="IssuerSignature.Verifies(ParsedCertificate, ParsedCertificate)"/>; also null for a check over the
    /// limit, which <see cref="IsExhausted"/> shows.
    /// </summary>
    /// <exception cref="OperationCanceledException">There is no time left.</exception>
    public bool? Verifies(ParsedCertificate issuer, ParsedCertificate issued)
    {
        var pair = (issuer.KeyThumbprint, issued.Thumbprint);
        if (_known.TryGetValue(pair, out var known))
        {
            return known;
        }

        cancellationToken.ThrowIfCancellationRequested();
        if (_known.Count >= limit)
        {
            IsExhausted = true;
            return null;
        }

        return _known[pair] = IssuerSignature.Verifies(issuer, issued);
    }
}
