using System.Security.Cryptography;
using Infra.TrustManager.CertificateAuthorities;
using Infra.TrustManager.CustomResources;
using Infra.TrustManager.Telemetry;

namespace Infra.TrustManager.Publishing;

/// <summary>
/// Puts a CA's certificate and chain beside its CRLs, for directories, group policies and <c>certutil</c>.
/// </summary>
/// <remarks>They stay when the resource is deleted: certificates that exist may name them.</remarks>
public sealed class AiaPublication(IPrivateCa privateCa, ICrlObjects objects)
{
    /// <summary>Key of the CA's own certificate.</summary>
    public static string KeyOf(CaArn ca, string prefix) => $"{prefix}{ca.CaId}.cer";

    /// <summary>Publishes what is not there already.</summary>
    public async Task PublishAsync(
        CaArn ca, string bucket, string prefix, ResourceWork work, CancellationToken cancellationToken)
    {
        work.Progress.Doing = $"publishing the certificate of CA {ca.CaId}";
        var certificate = await privateCa.GetCaCertificateAsync(ca, cancellationToken);
        await PublishAsync(ca, certificate, bucket, prefix, work.Log, cancellationToken);
    }

    /// <summary>Publishes what is not there already of <paramref name="certificate"/> and its chain.</summary>
    public async Task PublishAsync(
        CaArn ca,
        CertificateAndChain certificate,
        string bucket,
        string prefix,
        RequestLog log,
        CancellationToken cancellationToken)
    {
        foreach (var (key, der) in await MissingAsync(ca, certificate, bucket, prefix, cancellationToken))
        {
            await objects.PutCertificateAsync(bucket, key, der, cancellationToken);
            log.Published(key, Convert.ToHexStringLower(SHA256.HashData(der)));
        }
    }

    /// <summary>What is not there, or is another certificate there.</summary>
    public async Task<IReadOnlyList<(string Key, byte[] Der)>> MissingAsync(
        CaArn ca, CertificateAndChain certificate, string bucket, string prefix, CancellationToken cancellationToken)
    {
        var missing = new List<(string Key, byte[] Der)>();
        foreach (var (key, der) in Objects(ca, prefix, certificate))
        {
            var published = await objects.FindAsync(bucket, key, cancellationToken);
            if (published is null || !published.AsSpan().SequenceEqual(der))
            {
                missing.Add((key, der));
            }
        }

        return missing;
    }

    /// <summary>Keys and contents: the CA's certificate, then its chain with the issuer as number 1.</summary>
    public static IReadOnlyList<(string Key, byte[] Der)> Objects(
        CaArn ca, string prefix, CertificateAndChain certificate) =>
    [
        (KeyOf(ca, prefix), certificate.CertificateDer()),
        .. certificate.ChainDer().Select((der, index) => ($"{prefix}{ca.CaId}-chain-{index + 1}.cer", der)),
    ];
}
