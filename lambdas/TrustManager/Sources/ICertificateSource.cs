using Infra.TrustManager.Retrying;

namespace Infra.TrustManager.Sources;

/// <summary>A place that CA certificates come from.</summary>
public interface ICertificateSource
{
    /// <summary>Tells people where to look.</summary>
    string Name { get; }

    /// <exception cref="ServiceException">The place cannot be asked, for now or for good.</exception>
    Task<SourceReading> ReadAsync(CancellationToken cancellationToken);
}
