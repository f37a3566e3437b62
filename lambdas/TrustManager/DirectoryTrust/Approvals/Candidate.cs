using Infra.TrustManager.Admission;
using Infra.TrustManager.Directories;
using Infra.TrustManager.Memory;
using Infra.TrustManager.Trust;

namespace Infra.TrustManager.DirectoryTrust.Approvals;

/// <summary>How a certificate stands that an operator may decide about.</summary>
internal enum CandidateState
{
    Unlisted,
    Waiting,
    Rejected,

    /// <summary>Approved, and not registered yet.</summary>
    Approved,

    /// <summary>By us.</summary>
    Registered,

    /// <summary>May be registered without an approval.</summary>
    Admitted,

    NotRegistrable,
}

/// <summary>The certificate that an operator named, for one purpose.</summary>
/// <param name="Text">How it stands, as the end of a sentence: <c>is in no source for client-side LDAPS</c>.</param>
/// <param name="Earlier">What was decided about it before; null for nothing.</param>
internal sealed record Candidate(
    CertificatePurpose Purpose, CandidateState State, string CommonName, string Text, AdmissionDecision? Earlier)
{
    /// <param name="memory">In line with <paramref name="view"/>.</param>
    /// <param name="thumbprint">SHA-256: 64 upper-case hexadecimal digits.</param>
    public static Candidate Of(PurposeView view, TrustMemory memory, string thumbprint)
    {
        var use = PurposeName.Of(view.Purpose);
        var earlier = memory.DecisionOf(view.Purpose, thumbprint);
        var listed = view.Desired!.Certificates.FirstOrDefault(one => one.Thumbprint == thumbprint);
        var withheld = view.Withheld.FirstOrDefault(one => one.Certificate?.Thumbprint == thumbprint);
        if (memory.IsRegistered(view.Purpose, thumbprint))
        {
            var ours = memory.Certificates.First(
                entry => entry.Purpose == view.Purpose && entry.Certificate.Thumbprint == thumbprint);
            return Is(
                CandidateState.Registered,
                ours.Certificate.CommonName,
                $"is registered for {use} ({ours.CertificateId ?? "its id is not known yet"})");
        }

        return withheld switch
        {
            { Kind: WithheldKind.AwaitsApproval, Certificate: { } one } =>
                Is(CandidateState.Waiting, one.CommonName, $"waits for approval for {use}"),
            { Kind: WithheldKind.Rejected, Certificate: { } one } =>
                Is(CandidateState.Rejected, one.CommonName, $"was rejected for {use}"),
            { Certificate: { } one } =>
                Is(CandidateState.NotRegistrable, one.CommonName, $"cannot be registered for {use}: {withheld.Reason}"),
            _ when listed is null => Is(CandidateState.Unlisted, "", $"is in no source for {use}"),
            _ when view.Desired.ReasonFor(listed) is { Kind: AdmissionKind.Approved } =>
                Is(CandidateState.Approved, listed.CommonName, $"is approved for {use} and not registered yet"),
            _ => Is(
                CandidateState.Admitted,
                listed.CommonName,
                $"needs no approval for {use}: {view.Desired.ReasonFor(listed).Text}"),
        };

        Candidate Is(CandidateState state, string name, string text) => new(view.Purpose, state, name, text, earlier);
    }

    /// <summary>Whether a request to approve it, or to reject it, can be fulfilled.</summary>
    public bool Allows(bool isApproval) =>
        State is CandidateState.Waiting or CandidateState.Rejected or CandidateState.Approved
        || (isApproval && State == CandidateState.Registered && Earlier is { IsApproved: true });
}
