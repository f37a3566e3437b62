using System.Security.Cryptography.X509Certificates;
using Infra.Local.DirectoryService.Features;
using Infra.Local.DirectoryService.Registrations;

namespace Infra.Local.DirectoryService;

/// <summary>What somebody else does to a directory, at once and without the API's rules.</summary>
public static class ChangesByHand
{
    /// <summary>A registered certificate, however few days it has left.</summary>
    public static RegisteredCertificate RegisterByHand(
        this AwsDirectory directory, X509Certificate2 certificate, CertificateType type, string? ocspUrl = null)
    {
        var begun = Registration.Begin(directory, certificate, type, ocspUrl);
        directory.Change((state, now) =>
            state.With(begun with { State = CertificateState.Registered, RegisteredAt = now }));
        return directory.State.Find(begun.Id)!;
    }

    public static void DeregisterByHand(this AwsDirectory directory, string certificateId) =>
        directory.Change((state, _) => state.Without(certificateId));

    public static void SetSmartCardByHand(this AwsDirectory directory, ClientAuthenticationStatus status) =>
        directory.Change((state, now) => state with { SmartCard = new SmartCardFeature(status, now) });

    public static void SetLdapsByHand(this AwsDirectory directory, LdapsStatus status, string? reason = null) =>
        directory.Change((state, now) => state with { Ldaps = new LdapsFeature(status, now, reason) });

    public static void SetStage(this AwsDirectory directory, DirectoryStage stage) =>
        directory.Change((state, now) => state with { Stage = stage, StageChangedAt = now });
}
