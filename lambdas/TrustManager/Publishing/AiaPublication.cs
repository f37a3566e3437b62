using System.Security.Cryptography;
using Infra.TrustManager.CertificateAuthorities;
using Infra.TrustManager.CustomResources;

namespace Infra.TrustManager.Publishing;

/// <summary>
/// Puts a CA's certificate and chain beside its CRLs, for directories, group policies and <c>certutil</c>.
/// </summary>
/// <remarks>They stay when the resource is deleted: certificates that exist may name them.</remarks>
public sealed class AiaPublication(IPrivateCa privateCa, ICrlObjects objects)
{
    /// <summary>Publishes what is not there already; returns the key of the CA's own certificate.</summary>
    public async Task<string> PublishAsync(
        CaArn ca, string bucket, string prefix, ResourceWork work, CancellationToken cancellationToken)
    {
        work.Progress.Doing = $"publishing the certificate of CA {ca.CaId}";
        var certificates = Objects(ca, prefix, await privateCa.GetCaCertificateAsync(ca, cancellationToken));
        foreach (var (key, der) in certificates)
        {
            var published = await objects.FindAsync(bucket, key, cancellationToken);
            if (published is null || !published.AsSpan().SequenceEqual(der))
            {
                await objects.PutCertificateAsync(bucket, key, der, cancellationToken);
                work.Log.Published(key, Convert.ToHexStringLower(SHA256.HashData(der)));
            }
        }

        return certificates[0].Key;
    }

    /// <summary>Keys and contents: the CA's certificate, then its chain with the issuer as number 1.</summary>
    public static IReadOnlyList<(string Key, byte[] Der)> Objects(
        CaArn ca, string prefix, CertificateAndChain certificate) =>
    [
        ($"{prefix}{ca.CaId}.cer", certificate.CertificateDer()),
        .. certificate.ChainDer().Select((der, index) => ($"{prefix}{ca.CaId}-chain-{index + 1}.cer", der)),
    ];
}
