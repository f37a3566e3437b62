using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Text.Json.Nodes;
using Infra.TrustManager.CertificateAuthorities;
using Infra.TrustManager.CustomResources;
using Infra.TrustManager.Restoring;
using Infra.TrustManager.Revocation;
using Infra.TrustManager.Sources;
using Infra.TrustManager.Tests.Fakes;

namespace Infra.TrustManager.Tests;

/// <summary>Valid values.</summary>
internal static class Some
{
    public const string Bucket = "crl-bucket";
    public const string OtherBucket = "earlier-bucket";
    public const string Cname = "crl.corp.example.mil";
    public const string StackId = "arn:aws-us-gov:cloudformation:us-gov-west-1:111122223333:stack/Pki/5f0d";
    public const string LogicalId = "CaRevocation";

    /// <summary>Where CloudFormation listens, in the Region of <see cref="StackId"/>.</summary>
    public const string ResponseUrl =
        "https://cloudformation-custom-resource-response-usgovwest1.s3.us-gov-west-1.amazonaws.com/x"
        + "?X-Amz-Signature=secret";

    private static readonly ECDsa Key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public static ResponseBucket Responses { get; } = new("us-gov-west-1");

    public static SourceBucket SourceBucket { get; } = new(Bucket, "444455556666");

    public static CaArn Ca { get; } = new("aws-us-gov", "us-gov-west-1", "111122223333", "11111111-2222-3333-4444-555555555555");

    public static CaArn OtherCa { get; } = Ca with { CaId = "99999999-8888-7777-6666-555555555555" };

    public static RestorePointOwner Owner { get; } = new(StackId, LogicalId);

    public static CertificateAndChain RootCertificate { get; } = Certificate(null);

    public static string Csr { get; } = new CertificateRequest("CN=Subordinate", Key, HashAlgorithmName.SHA256).CreateSigningRequestPem();

    public static CrlSettings OurCrl => CaRevocationProperties.From(Properties()).DesiredCrl();

    /// <summary>Settings that someone made before us, in another bucket.</summary>
    public static CrlSettings EarlierCrl { get; } = new()
    {
        Enabled = true, ExpirationInDays = 30, CustomCname = "old.example.mil", S3BucketName = OtherBucket, S3ObjectAcl = "BUCKET_OWNER_FULL_CONTROL",
    };

    public static OcspSettings Ocsp { get; } = new(true, "ocsp.example.mil");

    /// <summary>A certificate with a distribution point, where one is given.</summary>
    public static CertificateAndChain Certificate(string? distributionPoint)
    {
        var request = new CertificateRequest("CN=Some", Key, HashAlgorithmName.SHA256);
        if (distributionPoint is not null)
        {
            request.CertificateExtensions.Add(
                CertificateRevocationListBuilder.BuildCrlDistributionPointExtension([distributionPoint]));
        }

        var from = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        using var certificate = request.CreateSelfSigned(from, from.AddYears(5));
        return new CertificateAndChain(certificate.ExportCertificatePem(), null);
    }

    /// <summary>An empty CRL of <see cref="RootCertificate"/>, for seven days.</summary>
    /// <param name="issuingPoint">URL of the issuing distribution point; null for none.</param>
    public static byte[] Crl(DateTimeOffset from, string? issuingPoint = null) =>
        TestCrl.Sign(Key, "CN=Some", from, from.AddDays(7), issuingPoint);

    public static ResourceProperties Properties(params (string Name, string? Value)[] changes) => new(PropertyValues(changes));

    /// <summary>Valid properties with some changed; null removes one.</summary>
    public static Dictionary<string, string> PropertyValues(params (string Name, string? Value)[] changes)
    {
        var values = new Dictionary<string, string>
        {
            ["ServiceToken"] = "arn:aws-us-gov:lambda:us-gov-west-1:111122223333:function:CaRevocation",
            ["CertificateAuthorityArn"] = Ca.ToString(),
            ["CrlBucketName"] = Bucket,
            ["CustomCname"] = Cname,
            ["ExpirationInDays"] = "7",
            ["CrlType"] = "COMPLETE",
            ["AiaPrefix"] = "aia/",
            ["RestoreOnDelete"] = "true",
        };
        foreach (var (name, value) in changes)
        {
            if (value is null)
            {
                values.Remove(name);
            }
            else
            {
                values[name] = value;
            }
        }

        return values;
    }

    /// <summary>Valid properties of <c>Custom::FirstCrl</c> with some changed; null removes one.</summary>
    public static Dictionary<string, string> FirstCrlValues(params (string Name, string? Value)[] changes)
    {
        string[] names = ["ServiceToken", "CertificateAuthorityArn", "CrlBucketName", "CustomCname", "CrlType", "CustomPath"];
        return PropertyValues(changes).Where(value => names.Contains(value.Key)).ToDictionary();
    }

    public static AnswerAddress Address(string? physicalId = null) =>
        new(new Uri(ResponseUrl), StackId, "request-1", LogicalId, physicalId);

    public static JsonObject Event(string kind, IReadOnlyDictionary<string, string> properties) => new()
    {
        ["RequestType"] = kind,
        ["ResponseURL"] = ResponseUrl,
        ["StackId"] = StackId,
        ["RequestId"] = "request-1",
        ["ResourceType"] = "Custom::CaRevocation",
        ["LogicalResourceId"] = LogicalId,
        ["ResourceProperties"] = JsonSerializer.SerializeToNode(properties),
    };

    public static CertificateAuthority Authority(CrlSettings crl, string status = CaStatus.Active) => new()
    {
        Arn = Ca,
        Status = status,
        IsRoot = true,
        SigningAlgorithm = "SHA256WITHECDSA",
        Revocation = new RevocationSettings(crl, null),
    };

    public static RestorePoint Point(CrlSettings? previous = null, CrlSettings? applied = null) => new()
    {
        Owner = Owner,
        Previous = new RevocationSettings(previous ?? CrlSettings.Disabled, null),
        Applied = applied ?? OurCrl,
        RecordedAt = new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero),
    };
}
