using Infra.TrustManager.Admission;
using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.CaCertificates.Anchors;
using Infra.TrustManager.Trust;

namespace Infra.TrustManager.DirectoryTrust.Approvals;

/// <summary>Finds the waiting certificates that are approved together with the CA above them.</summary>
internal static class WaitingBelow
{
    /// <summary>Those with a path of verified signatures to the named certificate, as to a trust anchor.</summary>
    /// <param name="view">Of the sources as they were read just now.</param>
    /// <param name="thumbprint">Of the named certificate.</param>
    public static IReadOnlyList<CaCertificate> Of(
        PurposeView view, string thumbprint, CancellationToken cancellationToken)
    {
        var desired = view.Desired!;
        var waiting = view.Withheld
            .Where(one => one.Kind == WithheldKind.AwaitsApproval && one.Certificate!.Thumbprint != thumbprint)
            .Select(one => one.Certificate!.Thumbprint).ToHashSet(StringComparer.Ordinal);
        if (waiting.Count == 0)
        {
            return [];
        }

        // What was rejected is no link of a path; what may be registered is one.
        var named = desired.Awaiting.Concat(desired.Certificates).First(one => one.Thumbprint == thumbprint);
        CaCertificate[] links =
            [.. desired.Awaiting.Where(one => waiting.Contains(one.Thumbprint)).Concat(desired.Certificates)];
        return
        [
            .. AnchorPaths.Find(links, [named], view.Now, cancellationToken)
                .Where(result => result.Path is not null && waiting.Contains(result.Certificate.Thumbprint))
                .Select(result => result.Certificate),
        ];
    }
}
