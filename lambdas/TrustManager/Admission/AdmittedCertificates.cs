using Infra.TrustManager.CaCertificates;

namespace Infra.TrustManager.Admission;

/// <summary>What the sources of one purpose list, told apart by what may be done with it.</summary>
/// <param name="Certificates">What may be registered, root first, each once.</param>
/// <param name="Problems">With one of these nothing may be changed.</param>
public sealed record AdmittedCertificates(IReadOnlyList<CaCertificate> Certificates, IReadOnlyList<string> Problems)
{
    /// <summary>What allows each certificate, by thumbprint; one that is not in it is pinned.</summary>
    public IReadOnlyDictionary<string, AdmissionReason> Reasons { get; init; } =
        new Dictionary<string, AdmissionReason>();

    /// <summary>What may not be registered.</summary>
    public IReadOnlyList<WithheldObject> Withheld { get; init; } = [];

    /// <summary>What awaits approval, with its body, for whoever approves it.</summary>
    public IReadOnlyList<CaCertificate> Awaiting { get; init; } = [];

    /// <summary>Certificates of anchors that are named by thumbprint only, for the state to keep.</summary>
    public IReadOnlyList<KeptAnchor> Anchors { get; init; } = [];

    public IReadOnlyList<string> Notes { get; init; } = [];
}
