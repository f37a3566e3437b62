using Infra.Local.PrivateCa.Authorities;

namespace Infra.Local.PrivateCa.Revocation;

/// <summary>Which CRLs a CA has, and which one a new certificate names.</summary>
/// <remarks>
/// A CA that turns to partitions keeps its complete CRL for the certificates that name it, and that CRL says so from then on;
/// one that turns back updates its complete CRL only (user guide, "Update a private CA").
/// </remarks>
public sealed class CrlCatalog(string region, int certificatesPerPartition)
{
    private readonly Lock _assigning = new();

    /// <summary>The CRL that the next certificate names; null when certificates name none.</summary>
    public CrlLocation? Assign(CertificateAuthority authority)
    {
        var crl = authority.Revocation.Crl;
        if (crl is not { Enabled: true, OmitExtension: false })
        {
            return null;
        }

        lock (_assigning)
        {
            return crl.IsPartitioned ? AssignPartition(authority) : (authority.CrlState.Complete = CrlLocation.Of(authority, region));
        }
    }

    /// <summary>What the CA publishes now; none before a certificate names one.</summary>
    public IReadOnlyList<CrlTarget> TargetsOf(CertificateAuthority authority)
    {
        lock (_assigning)
        {
            var (state, crl) = (authority.CrlState, authority.Revocation.Crl);
            if (!crl.IsPartitioned)
            {
                return state.Complete is null ? [] : [new CrlTarget(CrlLocation.Of(authority, region), false, [.. authority.Revoked])];
            }

            var byUrl = authority.Revoked.ToLookup(revoked => authority.FindIssued(revoked.Serial)?.CrlUrl ?? string.Empty);
            var partitions = state.Partitions.Select(partition => partition.Location).ToList();
            var urls = partitions.Select(location => location.Url).ToHashSet();
            var others = byUrl.Where(revoked => !urls.Contains(revoked.Key)).SelectMany(revoked => revoked);
            return
            [
                .. state.Complete is { } complete ? [new CrlTarget(complete, true, [.. others])] : Array.Empty<CrlTarget>(),
                .. partitions.Select(location => new CrlTarget(location, true, [.. byUrl[location.Url]])),
            ];
        }
    }

    private CrlLocation AssignPartition(CertificateAuthority authority)
    {
        var (partitions, crl) = (authority.CrlState.Partitions, authority.Revocation.Crl);
        var settings = (crl.CustomCname, crl.S3BucketName, crl.CustomPath);
        if (partitions.Count == 0 || partitions[^1].Settings != settings || partitions[^1].Certificates >= certificatesPerPartition)
        {
            partitions.Add(new CrlPartition(CrlLocation.OfNewPartition(authority, region), settings, 0));
        }

        partitions[^1] = partitions[^1] with { Certificates = partitions[^1].Certificates + 1 };
        return partitions[^1].Location;
    }
}
