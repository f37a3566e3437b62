using System.Numerics;
using Infra.Local.Endpoint;
using Infra.Local.PrivateCa.Authorities;
using Infra.Local.PrivateCa.Notifications;
using Infra.Local.PrivateCa.Requests;
using Infra.Local.S3;

namespace Infra.Local.PrivateCa.Revocation;

/// <summary>Writes every CRL of a CA to its bucket, in the name of the CA.</summary>
public sealed class CrlWriter(ServiceObjects objects, AuthorityNotices notices)
{
    /// <exception cref="AwsException">What S3 answered to the first write that failed.</exception>
    public void Write(CertificateAuthority authority, IReadOnlyList<CrlTarget> targets, DateTimeOffset now)
    {
        var state = authority.CrlState;
        var thisUpdate = DateTimeOffset.FromUnixTimeSeconds(now.ToUnixTimeSeconds());
        foreach (var target in targets)
        {
            state.Number = BigInteger.Max(state.Number + 1, now.ToUnixTimeMilliseconds());
            var contents = new CrlContents(
                thisUpdate,
                thisUpdate.AddDays(authority.Revocation.Crl.ExpirationInDays),
                state.Number,
                [.. target.Entries.Where(revoked => IsListed(revoked, state.Published))])
            {
                DistributionPoint = target.IsPartition ? target.Location.Url : null,
            };
            Put(authority, target.Location, CrlSigner.Sign(authority, contents));
        }

        state.Published = thisUpdate;
    }

    /// <summary>The ACL as S3 spells it.</summary>
    public static string CannedAclOf(CrlConfiguration crl) =>
        crl.S3ObjectAcl == "PUBLIC_READ" ? "public-read" : "bucket-owner-full-control";

    private void Put(CertificateAuthority authority, CrlLocation location, byte[] crl)
    {
        try
        {
            var settings = authority.Revocation.Crl;
            objects.Put(settings.S3BucketName, location.Key, crl, AuthorityPrincipal.Of(authority), CannedAclOf(settings));
            notices.CrlWritten(authority);
        }
        catch (AwsException e)
        {
            notices.CrlFailed(authority, e);
            throw;
        }
    }

    /// <summary>Until its end, and in one more CRL after that; API reference, <c>CrlConfiguration</c>.</summary>
    private static bool IsListed(RevokedCertificate certificate, DateTimeOffset? lastPublished) =>
        lastPublished is null || certificate.NotAfter > lastPublished;
}
