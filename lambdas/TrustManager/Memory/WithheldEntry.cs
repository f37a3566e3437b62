using Infra.TrustManager.Admission;
using Infra.TrustManager.Directories;

namespace Infra.TrustManager.Memory;

/// <summary>Something that the sources list and that is not registered, as the last run saw it.</summary>
/// <param name="Since">The moment of the run that first saw it.</param>
public sealed record WithheldEntry(CertificatePurpose Purpose, WithheldObject Withheld, DateTimeOffset Since);
