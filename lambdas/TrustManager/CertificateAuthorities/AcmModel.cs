using Amazon.ACMPCA;
using Amazon.ACMPCA.Model;
using Infra.TrustManager.Revocation;
using Described = Amazon.ACMPCA.Model.CertificateAuthority;

namespace Infra.TrustManager.CertificateAuthorities;

/// <summary>Translates between the SDK's types and this project's.</summary>
internal static class AcmModel
{
    public static CertificateAuthority Read(CaArn arn, Described ca) => new()
    {
        Arn = arn,
        Status = ca.Status,
        IsRoot = ca.Type == CertificateAuthorityType.ROOT,
        NotAfter = ca.NotAfter is { } end ? new DateTimeOffset(end.ToUniversalTime()) : null,
        FailureReason = ca.FailureReason?.Value,
        RestorableUntil = ca.RestorableUntil,
        SigningAlgorithm = ca.CertificateAuthorityConfiguration.SigningAlgorithm,
        Revocation = new RevocationSettings(
            Read(ca.RevocationConfiguration?.CrlConfiguration), Read(ca.RevocationConfiguration?.OcspConfiguration)),
    };

    public static RevocationConfiguration Write(RevocationSettings settings) => new()
    {
        CrlConfiguration = Write(settings.Crl),
        OcspConfiguration = settings.Ocsp is { } ocsp
            ? new OcspConfiguration { Enabled = ocsp.Enabled, OcspCustomCname = ocsp.Enabled ? ocsp.CustomCname : null }
            : null,
    };

    /// <summary>Null for none: a template that takes none needs no such member.</summary>
    public static ApiPassthrough? Write(IReadOnlyList<CarriedExtension> extensions) => extensions.Count == 0
        ? null
        : new ApiPassthrough
        {
            Extensions = new Extensions
            {
                CustomExtensions =
                [
                    .. extensions.Select(extension => new CustomExtension
                    {
                        ObjectIdentifier = extension.ObjectIdentifier,
                        Value = extension.Value,
                        Critical = extension.IsCritical,
                    }),
                ],
            },
        };

    /// <summary>Members that stand beside <c>Enabled</c> false mean nothing, and could not be sent back.</summary>
    private static CrlSettings Read(CrlConfiguration? crl) => crl?.Enabled != true
        ? CrlSettings.Disabled
        : new CrlSettings
        {
            Enabled = true,
            ExpirationInDays = crl.ExpirationInDays,
            CustomCname = crl.CustomCname,
            S3BucketName = crl.S3BucketName,
            S3ObjectAcl = crl.S3ObjectAcl?.Value,
            OmitExtension = crl.CrlDistributionPointExtensionConfiguration?.OmitExtension,
            CrlType = crl.CrlType?.Value,
            CustomPath = crl.CustomPath,
        };

    private static OcspSettings? Read(OcspConfiguration? ocsp) =>
        ocsp is null ? null : new OcspSettings(ocsp.Enabled == true, ocsp.Enabled == true ? ocsp.OcspCustomCname : null);

    private static CrlConfiguration Write(CrlSettings crl) => !crl.Enabled
        ? new CrlConfiguration { Enabled = false }
        : new CrlConfiguration
        {
            Enabled = true,
            ExpirationInDays = crl.ExpirationInDays,
            CustomCname = crl.CustomCname,
            S3BucketName = crl.S3BucketName,
            S3ObjectAcl = crl.S3ObjectAcl,
            CrlDistributionPointExtensionConfiguration = crl.OmitExtension is { } omit
                ? new CrlDistributionPointExtensionConfiguration { OmitExtension = omit }
                : null,
            CrlType = crl.CrlType,
            CustomPath = crl.CustomPath,
        };
}
