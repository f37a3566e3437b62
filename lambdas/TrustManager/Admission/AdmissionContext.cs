using Infra.TrustManager.CaCertificates;

namespace Infra.TrustManager.Admission;

/// <summary>What decides, beside the certificates themselves, which of them may be registered for one purpose.</summary>
public sealed record AdmissionContext
{
    /// <summary>Of this purpose only: an anchor for LDAPS never vouches for smart cards.</summary>
    public IReadOnlyList<TrustAnchor> Anchors { get; init; } = [];

    /// <summary>Of this purpose only.</summary>
    public IReadOnlyList<AdmissionDecision> Decisions { get; init; } = [];

    /// <summary>Certificates of anchors from when a source listed them.</summary>
    public IReadOnlyList<KeptAnchor> KeptAnchors { get; init; } = [];

    /// <summary>
    /// Thumbprints of what we registered for this purpose: it completes the chains of others, and needs no gate.
    /// </summary>
    public IReadOnlySet<string> Registered { get; init; } = new HashSet<string>();

    /// <summary>The moment for which validity is judged.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Most certificates that a directory takes for this purpose.</summary>
    public required int Ceiling { get; init; }
}
