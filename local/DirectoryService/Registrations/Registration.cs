using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Infra.Local.DirectoryService.Registrations;

/// <summary>How certificates come into a directory and leave it.</summary>
public static class Registration
{
    /// <summary>A certificate with an id of its own, on its way in.</summary>
    public static RegisteredCertificate Begin(
        AwsDirectory directory, X509Certificate2 certificate, CertificateType type, string? ocspUrl) => new()
        {
            Id = directory.NextCertificateId(),
            Type = type,
            State = CertificateState.Registering,
            Thumbprint = certificate.GetCertHashString(HashAlgorithmName.SHA256),
            CommonName = CertificateReader.CommonNameOf(certificate),
            NotBefore = certificate.NotBefore.ToUniversalTime(),
            NotAfter = certificate.NotAfter.ToUniversalTime(),
            RegisteredAt = default,
            OcspUrl = ocspUrl,
        };

    /// <summary>Ends a registration that has begun; one that was taken back meanwhile stays so.</summary>
    public static void EndLater(AwsDirectory directory, string certificateId)
    {
        var failure = PlannedFailures.Take(directory.Failures.Registrations);
        directory.ChangeLater(directory.Options.RegistrationTime, (state, _) => MoveOn(
            state,
            certificateId,
            CertificateState.Registering,
            failure is null ? CertificateState.Registered : CertificateState.RegisterFailed,
            failure));
    }

    /// <summary>Ends a deregistration that has begun, and the listing of the certificate after it.</summary>
    public static void LeaveLater(AwsDirectory directory, string certificateId)
    {
        var options = directory.Options;
        var failure = PlannedFailures.Take(directory.Failures.Deregistrations);
        directory.ChangeLater(options.DeregistrationTime, (state, _) => MoveOn(
            state,
            certificateId,
            CertificateState.Deregistering,
            failure is null ? CertificateState.Deregistered : CertificateState.DeregisterFailed,
            failure));
        directory.ChangeLater(
            options.DeregistrationTime + options.DeregisteredListedFor,
            (state, _) => state.Find(certificateId)?.State == CertificateState.Deregistered
                ? state.Without(certificateId)
                : state);
    }

    private static DirectoryState MoveOn(
        DirectoryState state, string certificateId, CertificateState from, CertificateState to, string? reason) =>
        state.Find(certificateId) is { } certificate && certificate.State == from
            ? state.With(certificate with { State = to, StateReason = reason })
            : state;
}
