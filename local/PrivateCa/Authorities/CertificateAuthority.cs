using System.Collections.Concurrent;
using Infra.Local.Endpoint;
using Infra.Local.PrivateCa.Requests;
using Infra.Local.PrivateCa.Revocation;

namespace Infra.Local.PrivateCa.Authorities;

/// <summary>One private CA: its key, its certificate, what it issued and what it revoked.</summary>
public sealed class CertificateAuthority : IDisposable
{
    private readonly ConcurrentDictionary<string, IssuedCertificate> _issued = new();
    private readonly ConcurrentDictionary<string, RevokedCertificate> _revoked = new();
    private string _status = AuthorityStatus.PendingCertificate;

    public CertificateAuthority(
        string arn, string type, string usageMode, AuthorityConfiguration configuration, DateTimeOffset now)
    {
        (Arn, Type, UsageMode, Configuration, CreatedAt, LastStateChangeAt) = (arn, type, usageMode, configuration, now, now);
        Key = AuthorityKey.Create(configuration.KeyAlgorithm);
        SigningRequestPem = Key.SigningRequest(configuration);
    }

    public string Arn { get; }

    /// <summary>The UUID at the end of the ARN, which names the CRL.</summary>
    public string Id => Arn[(Arn.LastIndexOf('/') + 1)..];

    /// <summary><c>ROOT</c> or <c>SUBORDINATE</c>.</summary>
    public string Type { get; }

    public bool IsRoot => Type == "ROOT";

    /// <summary><c>GENERAL_PURPOSE</c> or <c>SHORT_LIVED_CERTIFICATE</c>.</summary>
    public string UsageMode { get; }

    public bool IsShortLived => UsageMode == "SHORT_LIVED_CERTIFICATE";

    public string KeyStorageSecurityStandard { get; init; } = "FIPS_140_2_LEVEL_3_OR_HIGHER";

    public AuthorityConfiguration Configuration { get; }

    public AuthorityKey Key { get; }

    public string SigningRequestPem { get; }

    public RevocationConfiguration Revocation { get; set; } = RevocationConfiguration.Off;

    public ConcurrentDictionary<string, string> Tags { get; } = new();

    public DateTimeOffset CreatedAt { get; }

    /// <summary>When UpdateCertificateAuthority last changed it; null when it never did.</summary>
    public DateTimeOffset? UpdatedAt { get; set; }

    public DateTimeOffset LastStateChangeAt { get; private set; }

    /// <summary>End of the time in which a deleted CA can come back; null while it is not deleted.</summary>
    public DateTimeOffset? RestorableUntil { get; private set; }

    /// <summary>Null until a CA certificate is imported.</summary>
    public InstalledCertificate? Installed { get; private set; }

    /// <summary>Where this CA stands with its CRL.</summary>
    public CrlState CrlState { get; } = new();

    public IEnumerable<RevokedCertificate> Revoked => _revoked.Values;

    public string StatusAt(DateTimeOffset now) =>
        _status is AuthorityStatus.Active or AuthorityStatus.Disabled && Installed!.NotAfter <= now ? AuthorityStatus.Expired : _status;

    /// <exception cref="AwsException"><c>InvalidStateException</c>.</exception>
    public void DemandStatus(DateTimeOffset now, string purpose, params IReadOnlyList<string> allowed)
    {
        var status = StatusAt(now);
        if (!allowed.Contains(status))
        {
            throw PrivateCaErrors.InvalidState(
                $"The certificate authority {Arn} is not in a valid state for {purpose}: it is {status} and must be "
                    + $"{string.Join(" or ", allowed)}.");
        }
    }

    /// <summary>Takes an imported CA certificate; a disabled CA stays disabled.</summary>
    public void Install(InstalledCertificate certificate, DateTimeOffset now)
    {
        var wasDisabled = _status == AuthorityStatus.Disabled;
        Installed = certificate;
        MoveTo(wasDisabled ? AuthorityStatus.Disabled : AuthorityStatus.Active, now);
    }

    public void MoveTo(string status, DateTimeOffset now)
    {
        RestorableUntil = null;
        if (_status != status)
        {
            (_status, LastStateChangeAt) = (status, now);
        }
    }

    public void Delete(DateTimeOffset now, TimeSpan restorable)
    {
        MoveTo(AuthorityStatus.Deleted, now);
        RestorableUntil = now + restorable;
    }

    /// <summary>Brings a deleted CA back: disabled, or waiting for its certificate as before.</summary>
    public void Restore(DateTimeOffset now) =>
        MoveTo(Installed is null ? AuthorityStatus.PendingCertificate : AuthorityStatus.Disabled, now);

    public void Record(IssuedCertificate certificate) => _issued[certificate.Serial] = certificate;

    public IssuedCertificate? FindIssued(string serial) => _issued.GetValueOrDefault(serial);

    /// <summary>False when it was revoked before.</summary>
    public bool Revoke(RevokedCertificate certificate) => _revoked.TryAdd(certificate.Serial, certificate);

    public void Dispose() => Key.Dispose();
}
