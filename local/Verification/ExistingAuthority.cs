using System.Text;
using System.Text.Json.Nodes;
using Infra.Local.Account;
using Infra.Local.Verification.Clients;

namespace Infra.Local.Verification;

/// <summary>A CA that somebody made before this project came: another bucket, OCSP switched on, and no CRL of ours.</summary>
/// <param name="account">Where it is.</param>
/// <param name="administrator">Who made it.</param>
public sealed class ExistingAuthority(AwsAccount account, AdministratorClient administrator)
{
    /// <summary>Named in <c>environments/local-existing.json</c> as the bucket to restore.</summary>
    private const string EarlierBucket = "example-earlier-crls";

    /// <summary>A root CA in general-purpose mode, active and publishing to its own bucket; gives its ARN.</summary>
    public Task<string> CreateAsync() => CreateAsync(EarlierBucket);

    /// <summary>The same with a bucket of this name; null for a CA that publishes no CRL.</summary>
    public async Task<string> CreateAsync(string? bucket)
    {
        if (bucket is not null)
        {
            await administrator.CreateBucketAsync(bucket, PrivateCaMayWrite(bucket));
        }

        return await CreateAnotherAsync(bucket);
    }

    /// <summary>Its owner deletes the bucket that it published to, with what Private CA wrote there for these CAs.</summary>
    public async Task DeleteBucketAsync(params string[] arns)
    {
        string[] keys = ["acm-pca-permission-test-key", .. arns.Select(arn => $"crl/{arn.Split('/')[1]}.crl")];
        foreach (var key in keys)
        {
            await administrator.DeleteObjectAsync(EarlierBucket, key);
        }

        await administrator.DeleteBucketAsync(EarlierBucket);
    }

    /// <summary>One more such CA, which publishes to the same bucket.</summary>
    public Task<string> CreateAnotherAsync() => CreateAnotherAsync(EarlierBucket);

    private async Task<string> CreateAnotherAsync(string? bucket)
    {
        var arn = (string)(await administrator.PrivateCaAsync(
            "CreateCertificateAuthority", Request(bucket)))["CertificateAuthorityArn"]!;
        var csr = (string)(await CallAsync("GetCertificateAuthorityCsr", arn))["Csr"]!;
        var issued = await CallAsync("IssueCertificate", arn, request =>
        {
            request["Csr"] = Convert.ToBase64String(Encoding.ASCII.GetBytes(csr));
            request["SigningAlgorithm"] = "SHA256WITHRSA";
            request["TemplateArn"] = $"arn:{account.Partition}:acm-pca:::template/RootCACertificate/V1";
            request["Validity"] = new JsonObject { ["Type"] = "YEARS", ["Value"] = 10 };
        });
        var certificate = await CallAsync(
            "GetCertificate", arn, request => request["CertificateArn"] = issued["CertificateArn"]!.DeepClone());
        await CallAsync("ImportCertificateAuthorityCertificate", arn, request =>
            request["Certificate"] = Convert.ToBase64String(Encoding.ASCII.GetBytes((string)certificate["Certificate"]!)));
        return arn;
    }

    /// <summary>Its revocation settings now.</summary>
    public async Task<JsonObject> RevocationAsync(string arn) =>
        (await CallAsync("DescribeCertificateAuthority", arn))["CertificateAuthority"]!["RevocationConfiguration"]!.AsObject();

    /// <summary>Its tags now.</summary>
    public async Task<JsonArray> TagsAsync(string arn) => (await CallAsync("ListTags", arn))["Tags"]!.AsArray();

    /// <summary>Somebody changes its settings by hand.</summary>
    public async Task SetExpirationAsync(string arn, int days)
    {
        var revocation = (JsonObject)(await RevocationAsync(arn)).DeepClone();
        revocation["CrlConfiguration"]!["ExpirationInDays"] = days;
        await CallAsync("UpdateCertificateAuthority", arn, request => request["RevocationConfiguration"] = revocation);
    }

    /// <summary>Another tool switches its CRL off and leaves OCSP as it is.</summary>
    public async Task SwitchCrlOffAsync(string arn)
    {
        var revocation = (JsonObject)(await RevocationAsync(arn)).DeepClone();
        revocation["CrlConfiguration"] = new JsonObject { ["Enabled"] = false };
        await CallAsync("UpdateCertificateAuthority", arn, request => request["RevocationConfiguration"] = revocation);
    }

    private Task<JsonObject> CallAsync(string operation, string arn, Action<JsonObject>? add = null)
    {
        var request = new JsonObject { ["CertificateAuthorityArn"] = arn };
        add?.Invoke(request);
        return administrator.PrivateCaAsync(operation, request);
    }

    private static JsonObject Request(string? bucket) => new()
    {
        ["CertificateAuthorityType"] = "ROOT",
        ["CertificateAuthorityConfiguration"] = new JsonObject
        {
            ["KeyAlgorithm"] = "RSA_2048",
            ["SigningAlgorithm"] = "SHA256WITHRSA",
            ["Subject"] = new JsonObject { ["CommonName"] = "Existing Root CA", ["Organization"] = "Example" },
        },
        ["RevocationConfiguration"] = bucket is null ? null : new JsonObject
        {
            ["CrlConfiguration"] = new JsonObject
            {
                ["Enabled"] = true,
                ["ExpirationInDays"] = 21,
                ["S3BucketName"] = bucket,
                ["S3ObjectAcl"] = "BUCKET_OWNER_FULL_CONTROL",
            },
            ["OcspConfiguration"] = new JsonObject { ["Enabled"] = true, ["OcspCustomCname"] = "ocsp.example.com" },
        },
    };

    private JsonObject PrivateCaMayWrite(string bucket) => new()
    {
        ["Version"] = "2012-10-17",
        ["Statement"] = new JsonArray(new JsonObject
        {
            ["Effect"] = "Allow",
            ["Principal"] = new JsonObject { ["Service"] = "acm-pca.amazonaws.com" },
            ["Action"] = new JsonArray("s3:PutObject", "s3:PutObjectAcl", "s3:GetBucketAcl", "s3:GetBucketLocation"),
            ["Resource"] = new JsonArray($"arn:{account.Partition}:s3:::{bucket}", $"arn:{account.Partition}:s3:::{bucket}/*"),
            ["Condition"] = new JsonObject { ["StringEquals"] = new JsonObject { ["aws:SourceAccount"] = account.Id } },
        }),
    };
}
