using System.Globalization;
using Infra.TrustManager.Admission;
using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.Directories;
using Infra.TrustManager.Tests.CaCertificates;

namespace Infra.TrustManager.Tests.Admission;

/// <summary>Sources with real certificates, and what the gate makes of them.</summary>
internal sealed record SomeListing
{
    /// <summary>Well within the validity of <see cref="SomeCa"/>'s certificates.</summary>
    public static readonly DateTimeOffset Now = SomeCa.From.AddYears(1);

    public IReadOnlyList<SomeCa> Pinned { get; init; } = [];

    public IReadOnlyList<SomeCa> Found { get; init; } = [];

    public IReadOnlyList<SomeCa> Anchors { get; init; } = [];

    /// <summary>Anchors that are named by thumbprint only.</summary>
    public IReadOnlyList<string> Thumbprints { get; init; } = [];

    public IReadOnlyList<KeptAnchor> Kept { get; init; } = [];

    public IReadOnlyList<SomeCa> Approved { get; init; } = [];

    public IReadOnlyList<SomeCa> Rejected { get; init; } = [];

    public IReadOnlyList<SomeCa> Registered { get; init; } = [];

    public IReadOnlyList<WithheldObject> Unreadable { get; init; } = [];

    public DateTimeOffset At { get; init; } = Now;

    public int Ceiling { get; init; } = 100;

    public AdmittedCertificates Decide() => AdmissionGate.Decide(
        new SourceListing(
            CaBundle.Read(Pinned.Select((ca, i) => (string.Create(CultureInfo.InvariantCulture, $"Certificates[{i}]"), ca.Pem))),
            [.. Found.Where(ca => !Pinned.Contains(ca)).Select(ca => new FoundCertificate(ca.Ca, Origin(ca)))],
            Unreadable,
            []),
        new AdmissionContext
        {
            Anchors = [.. Anchors.Select(ca => TrustAnchor.Of(ca.Ca)), .. Thumbprints.Select(one => new TrustAnchor(one, null))],
            KeptAnchors = Kept,
            Decisions = [.. Approved.Select(ca => Decision(ca, true)), .. Rejected.Select(ca => Decision(ca, false))],
            Registered = Registered.Select(ca => ca.Thumbprint).ToHashSet(),
            At = At,
            Ceiling = Ceiling,
        },
        CancellationToken.None);

    public static ObjectOrigin Origin(SomeCa ca) => new("team-bucket", $"cas/{ca.Ca.CommonName}.pem", "v1");

    private static AdmissionDecision Decision(SomeCa ca, bool isApproved) => new(
        CertificatePurpose.Ldaps, ca.Thumbprint, ca.Ca.CommonName, isApproved, Now, "self-reported", ca.Thumbprint);
}
