using Infra.Local.Hosting;

namespace Infra.Local.Verification.Checks;

/// <summary>What the custom resource leaves behind in the bucket.</summary>
public sealed class FirstCrlChecks(Site site)
{
    public IEnumerable<Check> All() =>
    [
        new("The CA's certificate is served beside its CRL", CertificateAsync),
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
}
