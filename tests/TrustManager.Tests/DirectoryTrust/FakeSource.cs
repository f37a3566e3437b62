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

    /// <summary>What the sources hold by now; a purpose that is not among them is as its properties say.</summary>
    public Dictionary<CertificatePurpose, IReadOnlyList<CaCertificate>> Dropped { get; } = [];

    public Task<(IReadOnlyList<CaCertificate> Certificates, IReadOnlyList<string> Problems)> ReadAsync(
        PurposeProperties properties, CertificatePurpose purpose, CancellationToken cancellationToken) =>
        Task.FromResult<(IReadOnlyList<CaCertificate>, IReadOnlyList<string>)>(
            IsBroken ? ([], ["The source is broken."])
            : Dropped.TryGetValue(purpose, out var dropped) ? (dropped, [])
            : ([.. properties.Certificates.Select(pem => Known[pem])], []));
}
