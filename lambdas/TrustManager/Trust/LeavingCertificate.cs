using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.Directories;
using Infra.TrustManager.Memory;

namespace Infra.TrustManager.Trust;

/// <summary>A certificate of ours that is wanted no more.</summary>
internal sealed record LeavingCertificate(RememberedCertificate Remembered, RegisteredCertificate Entry)
{
    public CaCertificate Certificate => Remembered.Certificate;
}
