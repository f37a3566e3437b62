using System.Collections.Concurrent;
using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.Directories;
using Infra.TrustManager.DirectoryTrust;

namespace Infra.TrustManager.Tests.DirectoryTrust;

/// <summary>Certificates by their texts.</summary>
internal sealed class FakeSource : IWantedCertificates
{
    public static ConcurrentDictionary<string, CaCertificate> Known { get; } = new();

    /// <summary>True when the sources cannot be read.</summary>
    public bool IsBroken { get; set; }

    public Task<(IReadOnlyList<CaCertificate> Certificates, IReadOnlyList<string> Problems)> ReadAsync(
        PurposeProperties properties, CertificatePurpose purpose, CancellationToken cancellationToken) =>
        Task.FromResult<(IReadOnlyList<CaCertificate>, IReadOnlyList<string>)>(
            IsBroken ? ([], ["The source is broken."]) : ([.. properties.Certificates.Select(pem => Known[pem])], []));
}
