using Infra.TrustManager.CertificateAuthorities;

namespace Infra.TrustManager.Sources;

/// <summary>A CA in AWS Private CA: its present certificate, and the chain up to its root.</summary>
public sealed class PrivateCaSource(IPrivateCa privateCa, CaArn ca) : ICertificateSource
{
    public string Name => $"CA {ca}";

    public async Task<SourceReading> ReadAsync(CancellationToken cancellationToken)
    {
        var certificate = await privateCa.GetCaCertificateAsync(ca, cancellationToken);

        // A root CA has no chain; one line end more keeps two blocks apart whatever the service ends a text with.
        return SourceReading.Of(Name, $"{certificate.Certificate}\n{certificate.Chain}");
    }
}
