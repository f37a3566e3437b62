using System.Net.Sockets;
using System.Text.Json.Nodes;
using Infra.Local.CloudFormation.Assembly;
using Infra.Local.Hosting;

namespace Infra.Local.Verification.Checks;

/// <summary>The templates' own policies decide: who is not let in, and what breaks when a permission is taken out.</summary>
public sealed class PermissionChecks(Site site, CloudAssembly assembly)
{
    public IEnumerable<Check> All() =>
    [
        new("The bucket answers nobody without a signature", UnsignedAsync),
        new("A client outside the allowed networks gets no answer", OutsideAsync),
        new("Without s3:GetObject in the template, the function reads nothing", WithoutGetObjectAsync),
        new("Without its statements in the bucket policy, Private CA cannot publish", WithoutBucketPolicyAsync),
        new("With a permission for another account, the load balancer may not call the function", WithoutInvokeAsync),
    ];

    private async Task<string> UnsignedAsync(CancellationToken cancellationToken)
    {
        using var http = new HttpClient();
        using var answer = await http.GetAsync(new Uri(site.Aws.Endpoint, $"{site.Bucket}{site.CaCrlPath}"), cancellationToken);
        Expect.Equal(403, (int)answer.StatusCode, "status");
        return "403";
    }

    private async Task<string> OutsideAsync(CancellationToken cancellationToken)
    {
        if (!OperatingSystem.IsLinux())
        {
            return "SKIPPED: only Linux lets a client choose 127.0.1.1 as its address";
        }

        using var outside = site.ClientFrom("127.0.1.1");
        try
        {
            var answer = await outside.GetAsync(site.CaCrlPath);
            throw new UnexpectedException($"127.0.1.1 was answered with {answer.Status}");
        }
        catch (HttpRequestException e) when (e.InnerException is IOException or SocketException || e.HttpRequestError != default)
        {
            return $"127.0.1.1: {e.Message}";
        }
    }

    private Task<string> WithoutGetObjectAsync(CancellationToken cancellationToken) => WithAsync(
        Templates.Change(Stack("AWS::Lambda::Function"), "AWS::IAM::Role", WithoutReading),
        async () =>
        {
            await site.Aws.Functions.RecycleAsync();
            var answer = await site.Client.GetAsync(site.CaCrlPath);
            Expect.True(answer.Status is 404 or 503, $"the answer is a refusal, not {answer.Status}");
            await site.ExpectMetricAsync("AccessDenied", cancellationToken);
            return $"{answer.Status}, metric AccessDenied";
        },
        cancellationToken);

    private Task<string> WithoutBucketPolicyAsync(CancellationToken cancellationToken) => WithAsync(
        Templates.Change(Stack("AWS::S3::BucketPolicy"), "AWS::S3::BucketPolicy", WithoutPrivateCa),
        async () =>
        {
            try
            {
                await site.Administrator.PrivateCaAsync("UpdateCertificateAuthority", await SameRevocationAsync());
            }
            catch (UnexpectedException refusal)
            {
                Expect.True(refusal.Message.Contains("ValidationException", StringComparison.Ordinal), refusal.Message);
                return refusal.Message;
            }

            throw new UnexpectedException("Private CA accepted a bucket that it may not write to");
        },
        cancellationToken);

    private Task<string> WithoutInvokeAsync(CancellationToken cancellationToken) => WithAsync(
        Templates.Change(
            Stack("AWS::Lambda::Permission"), "AWS::Lambda::Permission", properties => properties["SourceAccount"] = "999999999999"),
        async () =>
        {
            var answer = await site.Client.GetAsync(site.CaCrlPath);
            Expect.Equal(502, answer.Status, "status");
            return "502 from the load balancer";
        },
        cancellationToken);

    /// <summary>Looks while a changed template is deployed, and puts the right one back whatever was seen.</summary>
    private async Task<string> WithAsync(AssemblyStack changed, Func<Task<string>> look, CancellationToken cancellationToken)
    {
        var result = await site.Aws.CloudFormation.DeployAsync(changed, cancellationToken: cancellationToken);
        Expect.True(result.IsSuccess && result.Changes.Count > 0, $"the changed template is deployed: {result.Reason}");
        try
        {
            return await look();
        }
        finally
        {
            await AssemblyDeployment.DeployAsync(site.Aws, assembly, progress: null, cancellationToken);
            await site.Aws.Functions.RecycleAsync();
        }
    }

    private async Task<JsonObject> SameRevocationAsync()
    {
        var described = await site.Administrator.PrivateCaAsync(
            "DescribeCertificateAuthority", new JsonObject { ["CertificateAuthorityArn"] = site.CaArn });
        return new JsonObject
        {
            ["CertificateAuthorityArn"] = site.CaArn,
            ["RevocationConfiguration"] = described["CertificateAuthority"]!["RevocationConfiguration"]!.DeepClone(),
        };
    }

    private AssemblyStack Stack(string typeOfResource) => assembly.Stacks.First(stack =>
        stack.Template["Resources"]!.AsObject().Any(resource => (string?)resource.Value!["Type"] == typeOfResource));

    private static void WithoutReading(JsonObject role)
    {
        foreach (var policy in role["Policies"]!.AsArray())
        {
            Templates.RemoveStatements(
                policy!["PolicyDocument"]!.AsObject(),
                statement => statement["Action"]!.ToJsonString().Contains("s3:GetObject", StringComparison.Ordinal));
        }
    }

    private static void WithoutPrivateCa(JsonObject bucketPolicy) => Templates.RemoveStatements(
        bucketPolicy["PolicyDocument"]!.AsObject(),
        statement => statement["Principal"]!.ToJsonString().Contains("acm-pca", StringComparison.Ordinal));
}
