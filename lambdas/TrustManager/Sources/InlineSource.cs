namespace Infra.TrustManager.Sources;

/// <summary>PEM that came with the request: the files beside the environment file.</summary>
public sealed class InlineSource(string name, string pem) : ICertificateSource
{
    public string Name => name;

    public Task<SourceReading> ReadAsync(CancellationToken cancellationToken) =>
        Task.FromResult(SourceReading.Of(name, pem));
}
