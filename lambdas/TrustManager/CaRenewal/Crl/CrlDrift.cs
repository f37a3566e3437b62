using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.CertificateAuthorities;
using Infra.TrustManager.Revocation;

namespace Infra.TrustManager.CaRenewal.Crl;

/// <summary>A CA has other CRL settings than the deployment gave it.</summary>
public sealed record CrlDrift(CrlSettings Observed, CrlSettings Desired)
{
    /// <summary>Null where the settings mean the same, and where this deployment does not manage them.</summary>
    /// <remarks>In every other state Private CA writes no CRL, and its settings cannot be changed.</remarks>
    public static CrlDrift? In(CertificateAuthority ca, CrlSettings? desired) =>
        desired is not null && ca.TakesChanges && RevocationPlan.Between(ca.Revocation, desired).Count > 0
            ? new CrlDrift(ca.Revocation.Crl, desired)
            : null;

    /// <summary>Each difference with the value seen and the value deployed, in a clause.</summary>
    public IReadOnlyList<string> Differences() => Observed.Enabled
        ?
        [
            .. Difference("bucket", Observed.S3BucketName, Desired.S3BucketName, ""),
            .. Difference("type", Observed.CrlType, Desired.CrlType, CrlTypes.Complete),
            .. Difference("folder (CustomPath)", Observed.CustomPath, Desired.CustomPath, ""),
            .. Difference("host (CustomCname)", Observed.CustomCname, Desired.CustomCname, ""),
            .. Difference(
                "days until a CRL expires", Text(Observed.ExpirationInDays), Text(Desired.ExpirationInDays), ""),
            .. Difference("ACL", Observed.S3ObjectAcl, Desired.S3ObjectAcl, "PUBLIC_READ"),
            .. Difference("OmitExtension", Text(Observed.OmitExtension), Text(Desired.OmitExtension), "false"),
        ]
        : ["CRLs are switched off"];

    /// <summary>What the differences mean for certificates, in sentences; empty when nothing fails.</summary>
    public IReadOnlyList<string> Consequences() =>
    [
        .. WritesElsewhere
            ?
            [
                "Private CA no longer renews the CRL that clients download here: it ends at most "
                    + $"{Desired.ExpirationInDays} days after the change, and then sign-in with its certificates "
                    + "fails.",
            ]
            : Array.Empty<string>(),
        .. Observed.Enabled && Observed.OmitExtension == true
            ? ["Certificates issued since the change name no CRL."]
            : Array.Empty<string>(),
        .. Observed.Enabled && (Observed.CustomCname ?? "") != (Desired.CustomCname ?? "")
            ? ["Certificates issued since the change name another host for their CRL."]
            : Array.Empty<string>(),
        .. Observed.Enabled && IsPublic(Observed) && !IsPublic(Desired)
            ? ["A bucket that blocks public access refuses a CRL with the ACL PUBLIC_READ."]
            : Array.Empty<string>(),
    ];

    private static bool IsPublic(CrlSettings settings) => settings.S3ObjectAcl is null or "PUBLIC_READ";

    private bool WritesElsewhere => !Observed.Enabled
        || Observed.S3BucketName != Desired.S3BucketName
        || (Observed.CrlType ?? CrlTypes.Complete) != (Desired.CrlType ?? CrlTypes.Complete)
        || (Observed.CustomPath ?? "") != (Desired.CustomPath ?? "");

    private static IEnumerable<string> Difference(string name, string? observed, string? desired, string absent)
    {
        var (seen, asked) = (observed ?? absent, desired ?? absent);
        if (seen != asked)
        {
            yield return $"{name} is {Quoted(seen)}, deployed is {Quoted(asked)}";
        }
    }

    private static string Quoted(string value) => value.Length == 0 ? "none" : $"'{Printable.Value(value)}'";

    private static string? Text(int? value) => value is { } number ? $"{number}" : null;

    private static string? Text(bool? value) => value is { } flag ? (flag ? "true" : "false") : null;
}
