namespace Infra.TrustManager.Admission;

/// <summary>What allows a certificate to be registered.</summary>
public enum AdmissionKind
{
    /// <summary>The environment file names it, or the CA whose certificate it is.</summary>
    Pinned,

    /// <summary>A path leads from it to a trust anchor of its purpose.</summary>
    Path,

    /// <summary>A person approved its thumbprint.</summary>
    Approved,
}

/// <summary>Why a certificate may be registered.</summary>
/// <param name="Text">For the history and for people, as the end of "registered ... because ...".</param>
/// <param name="Origin">Where it was read; null for one that is pinned.</param>
public sealed record AdmissionReason(AdmissionKind Kind, string Text, ObjectOrigin? Origin = null)
{
    public static AdmissionReason Pinned { get; } = new(AdmissionKind.Pinned, "its sources list it");
}
