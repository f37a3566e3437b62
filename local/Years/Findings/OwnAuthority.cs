using System.Security.Cryptography;
using Infra.Local.DirectoryService.Registrations;
using Infra.Local.Hosting;

namespace Infra.Local.Years.Findings;

/// <summary>The deployment's own CA: whoever trusts any of its certificates, all of one key, trusts what it issues.</summary>
public sealed class OwnAuthority(LocalAws aws, string arn, IReadOnlyList<string> directoryIds)
{
    private readonly HashSet<string> _thumbprints = [];

    public string Arn => arn;

    /// <summary>Times that it got a new certificate.</summary>
    public int Renewals => Math.Max(0, _thumbprints.Count - 1);

    public IEnumerable<string> Outages(DateTimeOffset day)
    {
        var installed = aws.PrivateCa.Find(arn)?.Installed;
        if (installed is null || installed.NotAfter <= day)
        {
            yield return $"the CA's own certificate expired on {installed?.NotAfter:yyyy-MM-dd}";
            yield break;
        }

        _thumbprints.Add(installed.Certificate.GetCertHashString(HashAlgorithmName.SHA256));
        foreach (var id in directoryIds)
        {
            var state = aws.Directories[id].State;
            if (!state.Usable(CertificateType.ClientLDAPS, day).Any(one => _thumbprints.Contains(one.Thumbprint)))
            {
                yield return $"{id} LDAPS lacks the deployment's own CA";
            }
        }
    }
}
