using Infra.TrustManager.Admission;
using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.CertificateAuthorities;
using Infra.TrustManager.Directories;
using Infra.TrustManager.Memory;
using Infra.TrustManager.Sources;

namespace Infra.TrustManager.DirectoryTrust;

/// <summary>Reads what the properties list: PEM texts, CAs of AWS Private CA, and folders of buckets.</summary>
public sealed class ListedSources(IPrivateCa privateCa, ICertificateObjects objects) : IWantedCertificates
{
    public async Task<AdmittedCertificates> ReadAsync(
        PurposeProperties properties,
        CertificatePurpose purpose,
        TrustMemory memory,
        DateTimeOffset at,
        CancellationToken cancellationToken)
    {
        List<string> problems = [];
        var ceiling = Ceiling(properties, purpose);
        List<ICertificateSource> sources =
        [
            .. properties.Certificates.Select((pem, i) => new InlineSource($"Certificates[{i}]", pem)),
            .. Authorities(properties, problems),
            .. properties.S3Sources.Select(place => new S3Source(
                objects,
                new SourceBucket(place.BucketName ?? "", place.BucketOwner ?? ""),
                place.Prefix ?? "",
                new ReadAllowance(properties.S3Sources.Count))),
        ];
        var listing = await CertificateSources.ReadAsync(sources, ceiling, cancellationToken);
        var admitted = AdmissionGate.Decide(listing, Context(properties, purpose, memory, at), cancellationToken);
        return admitted with
        {
            Problems =
            [
                .. problems,
                .. admitted.Problems,
                .. properties.OcspUrl is { } url ? OcspUrl.Problems(url) : [],
            ],
        };
    }

    private static AdmissionContext Context(
        PurposeProperties properties, CertificatePurpose purpose, TrustMemory memory, DateTimeOffset at) => new()
        {
            Anchors =
            [
                .. properties.TrustAnchors.Select((text, i) => TrustAnchor.Read($"TrustAnchors[{i}]", text, []))
                    .OfType<TrustAnchor>(),
            ],
            Decisions = [.. memory.Decisions.Where(decision => decision.Purpose == purpose)],
            KeptAnchors = memory.Anchors,
            Registered = memory.Certificates
                .Where(entry => entry.Purpose == purpose && entry.CertificateId is not null)
                .Select(entry => entry.Certificate.Thumbprint).ToHashSet(StringComparer.Ordinal),
            At = at,
            Ceiling = Ceiling(properties, purpose),
        };

    private IEnumerable<ICertificateSource> Authorities(PurposeProperties properties, List<string> problems)
    {
        foreach (var text in properties.CertificateAuthorityArns)
        {
            if (CaArn.TryParse(text, out var arn))
            {
                yield return new PrivateCaSource(privateCa, arn);
            }
            else
            {
                problems.Add(
                    $"'{text}' is not the ARN of a CA: arn:<partition>:acm-pca:<region>:<account>:certificate-authority/<id>.");
            }
        }
    }

    private static int Ceiling(PurposeProperties properties, CertificatePurpose purpose) =>
        properties.CeilingCount
        ?? (purpose == CertificatePurpose.SmartCard ? CertificateCeiling.SmartCard : CertificateCeiling.Ldaps);
}
