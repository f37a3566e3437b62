using System.Security.Cryptography.X509Certificates;
using Infra.Local.DirectoryService.Requests;

namespace Infra.Local.DirectoryService.Registrations;

/// <summary>What a certificate must be, and a directory must have room for, before a registration begins.</summary>
/// <remarks>
/// UNVERIFIED for all of these: that AWS says it in the answer to the call and not later by <c>RegisterFailed</c>. The
/// model has one exception for a bad certificate; <see cref="PlannedFailures"/> gives the other way.
/// </remarks>
public static class RegistrationRules
{
    /// <summary>
    /// More than this must be left of a certificate, for either purpose; Directory Service administration guide, pages
    /// on mutual certificate authentication and on client-side LDAPS.
    /// </summary>
    public static readonly TimeSpan MinimumValidityLeft = TimeSpan.FromDays(90);

    /// <summary>OID of RSASSA-PSS; RFC 8017 appendix A.2.3.</summary>
    private const string PssOid = "1.2.840.113549.1.1.10";

    /// <exception cref="Endpoint.AwsException"><c>InvalidCertificateException</c>.</exception>
    public static void DemandUsable(X509Certificate2 certificate, DateTimeOffset now)
    {
        var left = certificate.NotAfter.ToUniversalTime() - now.UtcDateTime;
        if (left <= MinimumValidityLeft)
        {
            throw DirectoryErrors.InvalidCertificate(
                $"The certificate has {left.TotalDays:0.##} days left; more than {MinimumValidityLeft.TotalDays:0} are "
                    + "needed. Register its successor");
        }

        if (certificate.SignatureAlgorithm.Value == PssOid)
        {
            throw DirectoryErrors.InvalidCertificate(
                "The certificate is signed with RSASSA-PSS, which is not supported; have it signed with PKCS #1 v1.5 "
                    + "or ECDSA");
        }

        var constraints = certificate.Extensions.OfType<X509BasicConstraintsExtension>().FirstOrDefault();
        if (constraints is not { CertificateAuthority: true })
        {
            throw DirectoryErrors.InvalidCertificate(
                "The certificate is not one of a CA by its basic constraints; register the CA that issued it");
        }
    }

    /// <exception cref="Endpoint.AwsException">
    /// <c>CertificateAlreadyExistsException</c> or <c>CertificateLimitExceededException</c>.
    /// </exception>
    public static void DemandPlace(
        DirectoryState state, RegisteredCertificate candidate, DirectoryServiceOptions options)
    {
        var ofType = state.Certificates.FindAll(c => c.Type == candidate.Type && c.HoldsPlace);
        if (ofType.Find(c => c.Thumbprint == candidate.Thumbprint) is { } same)
        {
            throw DirectoryErrors.Of(
                "CertificateAlreadyExistsException",
                $"The certificate is registered already as {same.Id}, which is {same.State}.");
        }

        var maximum = candidate.Type == CertificateType.ClientLDAPS
            ? options.MaximumLdapsCertificates
            : options.MaximumSmartCardCertificates;
        if (ofType.Count >= maximum)
        {
            throw DirectoryErrors.Of(
                "CertificateLimitExceededException",
                $"The directory has {ofType.Count} certificates of type {candidate.Type}; the limit is {maximum}. "
                    + "Deregister one first.");
        }
    }
}
