using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.Directories;
using Infra.TrustManager.Retrying;
using Infra.TrustManager.Tests.Fakes;
using Infra.TrustManager.Tests.Trust;

namespace Infra.TrustManager.Tests.DirectoryTrust;

/// <summary>A directory with the documented rules, whose registrations take time.</summary>
internal sealed class FakeDirectory(AwsCalls calls, FakeTime time, Func<TimeSpan> delay) : IDirectoryService
{
    private readonly Dictionary<CertificatePurpose, DateTimeOffset?> _on = [];
    private int _ids;

    public List<FakeEntry> Entries { get; } = [];

    public Dictionary<CertificatePurpose, int> Ceilings { get; } =
        new() { [CertificatePurpose.SmartCard] = 100, [CertificatePurpose.Ldaps] = 5 };

    public DirectoryFacts? Facts { get; set; } =
        new(SomeTrust.DirectoryId, "corp.example.com", "ADConnector", "Active");

    /// <summary>Common names whose registration fails.</summary>
    public HashSet<string> Unacceptable { get; } = [];

    /// <summary>Common names of what the directory does not let go.</summary>
    public HashSet<string> Needed { get; } = [];

    /// <summary>Looks at the directory after every change of it.</summary>
    public Action Watch { get; set; } = () => { };

    public bool IsOn(CertificatePurpose purpose) => _on.GetValueOrDefault(purpose) is not null;

    public void SwitchOn(CertificatePurpose purpose) => _on[purpose] = time.GetUtcNow();

    public FakeEntry Add(CaCertificate certificate, CertificatePurpose purpose, RegistrationState state, string? url = null)
    {
        var entry = new FakeEntry(SomeTrust.Id(++_ids), certificate, purpose, state, url);
        Entries.Add(entry);
        return entry;
    }

    public bool IsUsable(FakeEntry entry) =>
        IsUnexpired(entry) && entry.Certificate.NotBefore <= time.GetUtcNow();

    /// <summary>What Directory Service itself looks at.</summary>
    public bool IsUnexpired(FakeEntry entry) =>
        entry.State == RegistrationState.Registered && entry.Certificate.NotAfter > time.GetUtcNow();

    public Task<DirectoryFacts?> FindAsync(string directoryId, CancellationToken cancellationToken) =>
        calls.PassAsync("DescribeDirectories", () => Facts, cancellationToken);

    public Task<IReadOnlyList<RegisteredCertificate>> ListCertificatesAsync(
        string directoryId, CancellationToken cancellationToken) =>
        calls.PassAsync<IReadOnlyList<RegisteredCertificate>>(
            "ListCertificates",
            () =>
            {
                Move();
                return [.. Entries.Select(entry => entry.Listed with { OcspUrl = null, StateReason = null })];
            },
            cancellationToken);

    public Task<RegisteredCertificate?> FindCertificateAsync(
        string directoryId, string certificateId, CancellationToken cancellationToken) =>
        calls.PassAsync(
            "DescribeCertificate", () => Entries.Find(entry => entry.Id == certificateId)?.Listed, cancellationToken);

    public Task<string> RegisterAsync(
        string directoryId, CertificatePurpose purpose, string pem, string? ocspUrl, CancellationToken cancellationToken) =>
        calls.PassAsync(
            "RegisterCertificate",
            () =>
            {
                Move();
                var certificate = FakeSource.Known[pem];
                var same = Entries.Where(entry => entry.Purpose == purpose).ToArray();
                if (same.Any(entry => entry.Certificate.Equals(certificate)))
                {
                    throw new ServiceException(ServiceFailure.CertificateExists, "It is registered already.");
                }

                if (same.Length >= Ceilings[purpose])
                {
                    throw new ServiceException(ServiceFailure.CertificateLimit, "It is full.");
                }

                if (certificate.NotAfter - time.GetUtcNow() <= TimeSpan.FromDays(90))
                {
                    throw new ServiceException(ServiceFailure.Rejected, "It expires too soon.");
                }

                var entry = Add(certificate, purpose, RegistrationState.Registering, ocspUrl);
                entry.Until = time.GetUtcNow() + delay();
                Watch();
                return entry.Id;
            },
            cancellationToken);

    public Task DeregisterAsync(string directoryId, string certificateId, CancellationToken cancellationToken) =>
        calls.PassAsync(
            "DeregisterCertificate",
            () =>
            {
                Move();
                if (Entries.Find(entry => entry.Id == certificateId) is not { } entry)
                {
                    return false;
                }

                if (Needed.Contains(entry.Certificate.CommonName))
                {
                    throw new ServiceException(ServiceFailure.CertificateInUse, "It is needed.");
                }

                if (IsOn(entry.Purpose) && IsUnexpired(entry)
                    && !Entries.Any(other => other != entry && other.Purpose == entry.Purpose && IsUnexpired(other)))
                {
                    throw new ServiceException(ServiceFailure.CertificateInUse, "It is the last one.");
                }

                entry.State = RegistrationState.Deregistering;
                entry.Until = time.GetUtcNow() + delay();
                Watch();
                return true;
            },
            cancellationToken);

    public Task<DirectoryFeature> FindFeatureAsync(
        string directoryId, CertificatePurpose purpose, CancellationToken cancellationToken) =>
        calls.PassAsync(
            "DescribeSettings",
            () => _on.GetValueOrDefault(purpose) is not { } from ? DirectoryFeature.Off
                : new DirectoryFeature(from <= time.GetUtcNow() ? FeatureStatus.Enabled : FeatureStatus.Enabling),
            cancellationToken);

    public Task EnableAsync(string directoryId, CertificatePurpose purpose, CancellationToken cancellationToken) =>
        calls.PassAsync(
            "Enable",
            () =>
            {
                Move();
                if (!Entries.Any(entry => entry.Purpose == purpose && IsUnexpired(entry)))
                {
                    throw new ServiceException(ServiceFailure.NoUsableCertificate, "There is none.");
                }

                _on[purpose] = purpose == CertificatePurpose.Ldaps ? time.GetUtcNow() + delay() : time.GetUtcNow();
                Watch();
                return true;
            },
            cancellationToken);

    public Task DisableAsync(string directoryId, CertificatePurpose purpose, CancellationToken cancellationToken) =>
        calls.PassAsync(
            "Disable",
            () =>
            {
                _on[purpose] = null;
                Watch();
                return true;
            },
            cancellationToken);

    /// <summary>Lets happen what the clock says has happened.</summary>
    private void Move()
    {
        foreach (var entry in Entries.Where(entry => entry.Until <= time.GetUtcNow()).ToArray())
        {
            entry.Until = DateTimeOffset.MaxValue;
            if (entry.State == RegistrationState.Deregistering)
            {
                Entries.Remove(entry);
            }
            else
            {
                entry.State = Unacceptable.Contains(entry.Certificate.CommonName)
                    ? RegistrationState.RegisterFailed : RegistrationState.Registered;
            }
        }

        Watch();
    }
}
