using Infra.Local.Clock;
using Infra.Local.Endpoint;
using Infra.Local.PrivateCa.Authorities;

namespace Infra.Local.PrivateCa.Revocation;

/// <summary>Writes CRLs to their buckets at the moments at which Private CA does.</summary>
public sealed class CrlPublisher(CrlCatalog catalog, CrlWriter writer, LocalClock clock)
{
    /// <summary>From RevokeCertificate to the CRL that says so; API reference, RevokeCertificate ("approximately 30 minutes").</summary>
    public static readonly TimeSpan RevocationDelay = TimeSpan.FromMinutes(30);

    /// <summary>From a failed write to the next attempt; API reference, RevokeCertificate.</summary>
    public static readonly TimeSpan RetryDelay = TimeSpan.FromMinutes(15);

    private readonly Lock _publishing = new();

    /// <summary>The first certificate that names a CRL brings its first issue, here without delay.</summary>
    public void CertificateIssued(CertificateAuthority authority, IssuedCertificate certificate)
    {
        lock (_publishing)
        {
            if (certificate.CrlUrl is null || authority.CrlState.PublishedUrls.Contains(certificate.CrlUrl) || IsRetryDue(authority))
            {
                return;
            }
        }

        Publish(authority);
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
            var targets = MustPublish(authority, now) ? catalog.TargetsOf(authority) : [];
            if (targets.Count == 0)
            {
                return;
            }

            try
            {
                writer.Write(authority, targets, now);
                state.PublishedUrls.UnionWith(targets.Select(target => target.Location.Url));
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
        authority.Revocation.Crl.Enabled && authority.StatusAt(now) is AuthorityStatus.Active or AuthorityStatus.Disabled;

    /// <summary>After a failure the next attempt has its moment, however many certificates are issued before it.</summary>
    private static bool IsRetryDue(CertificateAuthority authority) => authority.CrlState is { Failure: not null, Due: not null };

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
}
