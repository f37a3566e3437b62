using System.Numerics;
using Infra.Local.Clock;
using Infra.Local.Endpoint;
using Infra.Local.PrivateCa.Authorities;
using Infra.Local.PrivateCa.Requests;
using Infra.Local.S3;

namespace Infra.Local.PrivateCa.Revocation;

/// <summary>Writes CRLs to their buckets at the moments at which Private CA does.</summary>
public sealed class CrlPublisher(ServiceObjects objects, LocalClock clock, string region)
{
    /// <summary>From RevokeCertificate to the CRL that says so; API reference, RevokeCertificate ("approximately 30 minutes").</summary>
    public static readonly TimeSpan RevocationDelay = TimeSpan.FromMinutes(30);

    /// <summary>From a failed write to the next attempt; API reference, RevokeCertificate.</summary>
    public static readonly TimeSpan RetryDelay = TimeSpan.FromMinutes(15);

    private readonly Lock _publishing = new();

    /// <summary>The first certificate that refers to a CRL brings the first CRL, here without delay.</summary>
    public void CertificateIssued(CertificateAuthority authority, IssuedCertificate certificate)
    {
        if (certificate.RefersToCrl && !authority.CrlState.IsReferredTo)
        {
            authority.CrlState.IsReferredTo = true;
            Publish(authority);
        }
    }

    public void CertificateRevoked(CertificateAuthority authority) =>
        PublishAt(authority, clock.GetUtcNow() + RevocationDelay);

    /// <summary>A new bucket, folder, period or state of the CA: what is due is written now, to where it now belongs.</summary>
    public void ConfigurationChanged(CertificateAuthority authority) => Publish(authority);

    private void Publish(CertificateAuthority authority)
    {
        lock (_publishing)
        {
            var (state, now) = (authority.CrlState, clock.GetUtcNow());
            state.Due = null;
            if (!MustPublish(authority, now))
            {
                return;
            }

            try
            {
                Write(authority, now);
                state.Failure = null;
                PublishAt(authority, now + (TimeSpan.FromDays(authority.Revocation.Crl.ExpirationInDays) / 2));
            }
            catch (AwsException e)
            {
                // The CA itself is fine; what is written next says everything that this CRL would have said.
                state.Failure = $"{e.Code}: {e.Message}";
                PublishAt(authority, now + RetryDelay);
            }
        }
    }

    private static bool MustPublish(CertificateAuthority authority, DateTimeOffset now) =>
        authority.Revocation.Crl.Enabled
        && authority.CrlState.IsReferredTo
        && authority.StatusAt(now) is AuthorityStatus.Active or AuthorityStatus.Disabled;

    private void Write(CertificateAuthority authority, DateTimeOffset now)
    {
        var (state, crl) = (authority.CrlState, authority.Revocation.Crl);
        state.Number = BigInteger.Max(state.Number + 1, now.ToUnixTimeMilliseconds());
        var thisUpdate = DateTimeOffset.FromUnixTimeSeconds(now.ToUnixTimeSeconds());
        var contents = new CrlContents(
            thisUpdate,
            thisUpdate.AddDays(crl.ExpirationInDays),
            state.Number,
            [.. authority.Revoked.Where(certificate => IsListed(certificate, state.Published))]);
        var location = CrlLocation.Of(authority, region);
        objects.Put(
            location.Bucket, location.Key, CrlSigner.Sign(authority, contents), AuthorityPrincipal.Of(authority), CannedAclOf(crl));
        state.Published = thisUpdate;
    }

    /// <summary>Until its end, and in one more CRL after that; API reference, <c>CrlConfiguration</c>.</summary>
    private static bool IsListed(RevokedCertificate certificate, DateTimeOffset? lastPublished) =>
        lastPublished is null || certificate.NotAfter > lastPublished;

    private void PublishAt(CertificateAuthority authority, DateTimeOffset due)
    {
        lock (_publishing)
        {
            if (authority.CrlState.Due <= due)
            {
                return;
            }

            authority.CrlState.Due = due;
        }

        clock.At(
            due,
            _ =>
            {
                // Another moment may have taken its place since.
                if (authority.CrlState.Due == due)
                {
                    Publish(authority);
                }

                return Task.CompletedTask;
            });
    }

    /// <summary>The ACL as S3 spells it.</summary>
    public static string CannedAclOf(CrlConfiguration crl) =>
        crl.S3ObjectAcl == "PUBLIC_READ" ? "public-read" : "bucket-owner-full-control";
}
