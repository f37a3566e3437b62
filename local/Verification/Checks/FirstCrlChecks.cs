using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using Infra.Local.Endpoint;
using Infra.Local.Hosting;
using Infra.Local.Iam;

namespace Infra.Local.Verification.Checks;

/// <summary>What the custom resources leave behind in the bucket, and what their roles could do besides.</summary>
public sealed class FirstCrlChecks(Site site)
{
    private const string CodeSigning = "1.3.6.1.5.5.7.3.3";

    public IEnumerable<Check> All() =>
    [
        new("The CA's certificate is served beside its CRL", CertificateAsync),
        new("No function's role may issue a certificate to sign in with", SignInAsync),
    ];

    private async Task<string> CertificateAsync(CancellationToken cancellationToken)
    {
        var url = new Uri(StackOutputs.Of(site.Stacks, "CaCertificateUrl"));
        var answer = await site.Client.GetAsync(url.AbsolutePath);
        using var root = await site.CaCertificateAsync();
        Expect.Equal((200, "application/pkix-cert"), (answer.Status, answer["content-type"]), "status and type");
        Expect.True(answer.Body.SequenceEqual(root.RawData), "the bytes are the CA's certificate");
        return url.ToString();
    }

    /// <summary>Every role asks for every kind of end entity certificate, by its own policies.</summary>
    private Task<string> SignInAsync(CancellationToken cancellationToken)
    {
        string?[] templates =
        [
            null, "EndEntityCertificate", "EndEntityClientAuthCertificate", "BlankEndEntityCertificate_APICSRPassthrough",
            "CodeSigningCertificate_APICSRPassthrough",
        ];
        var roles = site.Aws.Functions.All.Select(function => function.Configuration.RoleArn).Distinct().ToList();
        foreach (var (role, template) in from role in roles from template in templates select (role, template))
        {
            var refusal = Refusal(role, template);
            Expect.True(refusal?.Code == "AccessDenied", $"{role} is refused {template ?? "the default template"}: {refusal?.Message}");
        }

        var issuers = roles.Where(role => Refusal(role, "CodeSigningCertificate") is null).ToList();
        Expect.True(issuers.Count > 0, "the role of the first CRL's function may issue");
        using var certificate = Issue(issuers[0], "CodeSigningCertificate");
        var purposes = certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>().Single();
        Expect.True(purposes.Critical, "the extended key usage is critical");
        Expect.Equal(CodeSigning, string.Join(' ', purposes.EnhancedKeyUsages.OfType<Oid>().Select(purpose => purpose.Value)), "purposes");
        return Task.FromResult(
            $"{roles.Count} roles, {templates.Length} templates; {issuers.Count} may issue, for code signing only");
    }

    private AwsException? Refusal(string role, string? template)
    {
        try
        {
            Issue(role, template).Dispose();
            return null;
        }
        catch (AwsException refusal)
        {
            return refusal;
        }
    }

    private X509Certificate2 Issue(string role, string? template)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var csr = new CertificateRequest("CN=anybody", key, HashAlgorithmName.SHA256).CreateSigningRequestPem();
        var request = new JsonObject
        {
            ["CertificateAuthorityArn"] = site.CaArn,
            ["Csr"] = Convert.ToBase64String(Encoding.ASCII.GetBytes(csr)),
            ["SigningAlgorithm"] = "SHA256WITHRSA",
            ["Validity"] = new JsonObject { ["Type"] = "DAYS", ["Value"] = 1 },
        };
        if (template is not null)
        {
            request["TemplateArn"] = $"arn:{site.Aws.Account.Partition}:acm-pca:::template/{template}/V1";
        }

        var caller = new Principal.Role(role, site.Aws.Account.Id);
        var issued = site.Aws.PrivateCa.Call("IssueCertificate", request, caller);
        var answer = site.Aws.PrivateCa.Call("GetCertificate", new JsonObject
        {
            ["CertificateAuthorityArn"] = site.CaArn,
            ["CertificateArn"] = (string)issued["CertificateArn"]!,
        }, caller);
        return X509Certificate2.CreateFromPem((string)answer["Certificate"]!);
    }
}
