using System.Formats.Asn1;
using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using Some = Infra.Local.Tests.S3.Some;

namespace Infra.Local.Tests.PrivateCa;

/// <summary>What a user of Private CA does, step by step, over the API.</summary>
internal static class PrivateCaSteps
{
    public const string Cname = "crl.corp.example.mil";

    public static string Template(string name) => $"arn:aws-us-gov:acm-pca:::template/{name}/V1";

    public static JsonObject CreateRequest(
        string keyAlgorithm = "EC_prime256v1", string type = "ROOT", JsonObject? crl = null, string usageMode = "GENERAL_PURPOSE") => new()
    {
        ["CertificateAuthorityType"] = type,
        ["UsageMode"] = usageMode,
        ["CertificateAuthorityConfiguration"] = new JsonObject
        {
            ["KeyAlgorithm"] = keyAlgorithm,
            ["SigningAlgorithm"] = SigningAlgorithm(keyAlgorithm),
            ["Subject"] = new JsonObject { ["Country"] = "US", ["Organization"] = "Corp", ["CommonName"] = $"Corp {type} CA" },
        },
        ["RevocationConfiguration"] = new JsonObject { ["CrlConfiguration"] = crl ?? Crl() },
    };

    public static JsonObject Crl(int expirationInDays = 7) => new()
    {
        ["Enabled"] = true,
        ["ExpirationInDays"] = expirationInDays,
        ["S3BucketName"] = Some.BucketName,
        ["CustomCname"] = Cname,
        ["S3ObjectAcl"] = "BUCKET_OWNER_FULL_CONTROL",
    };

    public static string SigningAlgorithm(string keyAlgorithm) =>
        keyAlgorithm.StartsWith("RSA", StringComparison.Ordinal) ? "SHA256WITHRSA" : "SHA256WITHECDSA";

    /// <summary>A root CA that is ready to issue.</summary>
    public static async Task<string> ActiveRootAsync(this PrivateCaFixture local, JsonObject? request = null, int years = 10)
    {
        var arn = (await local.CallAsync("CreateCertificateAuthority", request ?? CreateRequest()))["CertificateAuthorityArn"]!.ToString();
        await local.ActivateRootAsync(arn, years);
        return arn;
    }

    public static async Task ActivateRootAsync(this PrivateCaFixture local, string arn, int years = 10)
    {
        var csr = (await local.CallAsync("GetCertificateAuthorityCsr", Of(arn)))["Csr"]!.ToString();
        var (certificate, _) = await local.IssueAsync(arn, csr, "RootCACertificate", years, "YEARS");
        await local.CallAsync(
            "ImportCertificateAuthorityCertificate", Of(arn, ("Certificate", Base64(certificate.ExportCertificatePem()))));
    }

    /// <summary>Issues and fetches; gives the certificate and the chain above it.</summary>
    public static async Task<(X509Certificate2 Certificate, string? ChainPem)> IssueAsync(
        this PrivateCaFixture local, string arn, string csr, string template = "EndEntityCertificate", long value = 1, string type = "DAYS")
    {
        var issued = await local.CallAsync("IssueCertificate", IssueRequest(local, arn, csr, template, value, type));
        var answer = await local.CallAsync("GetCertificate", Of(arn, ("CertificateArn", issued["CertificateArn"]!.ToString())));
        return (X509Certificate2.CreateFromPem(answer["Certificate"]!.ToString()), answer["CertificateChain"]?.ToString());
    }

    public static JsonObject IssueRequest(
        PrivateCaFixture local, string arn, string csr, string template = "EndEntityCertificate", long value = 1, string type = "DAYS") => new()
    {
        ["CertificateAuthorityArn"] = arn,
        ["Csr"] = Base64(csr),
        ["SigningAlgorithm"] = SigningAlgorithm(local.Service.Find(arn)!.Configuration.KeyAlgorithm),
        ["TemplateArn"] = Template(template),
        ["Validity"] = new JsonObject { ["Type"] = type, ["Value"] = value },
    };

    public static JsonObject Of(string arn, params (string Member, JsonNode Value)[] members)
    {
        var request = new JsonObject { ["CertificateAuthorityArn"] = arn };
        foreach (var (member, value) in members)
        {
            request[member] = value;
        }

        return request;
    }

    public static Task RevokeAsync(this PrivateCaFixture local, string arn, X509Certificate2 certificate, string reason = "KEY_COMPROMISE") =>
        local.CallAsync("RevokeCertificate", Of(arn, ("CertificateSerial", certificate.SerialNumber), ("RevocationReason", reason)));

    /// <summary>The CRL that lies in the bucket now; null when there is none.</summary>
    public static byte[]? StoredCrl(this PrivateCaFixture local, string arn) =>
        local.Bucket.FindCurrent($"crl/{arn[(arn.LastIndexOf('/') + 1)..]}.crl")?.Content!.Body.ToArray();

    /// <summary>CRL number and the revoked serial numbers, read with .NET's own reader.</summary>
    public static (BigInteger Number, bool Lists) Read(byte[] crl, X509Certificate2 certificate)
    {
        var builder = CertificateRevocationListBuilder.Load(crl, out var number);
        return (number, builder.RemoveEntry(certificate.SerialNumberBytes.Span));
    }

    /// <summary>thisUpdate and nextUpdate.</summary>
    public static (DateTimeOffset ThisUpdate, DateTimeOffset NextUpdate) Dates(byte[] crl)
    {
        var list = new AsnReader(crl, AsnEncodingRules.DER).ReadSequence().ReadSequence();
        list.ReadInteger();
        list.ReadEncodedValue();
        list.ReadEncodedValue();
        return (list.ReadUtcTime(), list.ReadUtcTime());
    }

    public static string Csr(string subject = "CN=user", Action<CertificateRequest>? change = null)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256);
        change?.Invoke(request);
        return request.CreateSigningRequestPem();
    }

    public static string Base64(string text) => Convert.ToBase64String(Encoding.ASCII.GetBytes(text));
}
