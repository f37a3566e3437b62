using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.Directories;

namespace Infra.TrustManager.Trust;

/// <summary>A certificate of ours that is wanted no more.</summary>
internal sealed record LeavingCertificate(CaCertificate Certificate, RegisteredCertificate Entry);
