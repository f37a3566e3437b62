namespace Infra.TrustManager.Memory;

/// <summary>A certificate that others registered.</summary>
/// <param name="Since">The moment of the run that first saw it.</param>
public sealed record ForeignCertificate(string Id, DateTimeOffset Since);
