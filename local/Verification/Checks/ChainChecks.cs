using System.Text;

namespace Infra.Local.Verification.Checks;

/// <summary>The way from the CA over the CRL and HTTP to a client that believes it.</summary>
public sealed class ChainChecks(Site site)
{
    public IEnumerable<Check> First() =>
    [
        new("A certificate of the new CA names the served URL", NamesUrlAsync),
        new("The CRL that the load balancer serves is signed by the CA", SignedAsync),
        new("A client accepts a certificate after an online revocation check", AcceptedAsync),
    ];

    public IEnumerable<Check> WithTheClock() =>
    [
        new("Revoked, it is refused once Private CA has published the next CRL", RefusedAsync),
        new("The CRL is renewed at half of its life", RenewedAsync),
    ];

    private async Task<string> NamesUrlAsync(CancellationToken cancellationToken)
    {
        using var leaf = await site.IssueLeafAsync("Names the URL");
        var url = new Uri(site.LoadBalancer, site.CaCrlPath).ToString();
        Expect.True(
            leaf.Extensions["2.5.29.31"] is { } extension
                && Encoding.ASCII.GetString(extension.RawData).Contains(url, StringComparison.Ordinal),
            $"the CRL distribution point of {leaf.Subject} is {url}");
        return url;
    }

    private async Task<string> SignedAsync(CancellationToken cancellationToken)
    {
        var answer = await site.Client.GetAsync(site.CaCrlPath);
        Expect.Equal((200, "application/pkix-crl"), (answer.Status, answer["content-type"]), "status and type");
        using var root = await site.CaCertificateAsync();
        Expect.True(Clients.CrlSignature.Verifies(answer.Body, root), "the signature verifies with the CA's key");
        answer.Body[^1] ^= 1;
        Expect.True(!Clients.CrlSignature.Verifies(answer.Body, root), "with one bit changed it does not");
        return $"{answer.Body.Length} bytes, signed by {root.Subject}";
    }

    private async Task<string> AcceptedAsync(CancellationToken cancellationToken)
    {
        using var leaf = await site.IssueLeafAsync("Accepted");
        var verdict = await site.CheckOnlineAsync(leaf, cancellationToken);
        Expect.Equal("NoError", verdict, "verdict of X509Chain");
        return "X509Chain, RevocationMode Online: NoError";
    }

    private async Task<string> RefusedAsync(CancellationToken cancellationToken)
    {
        using var leaf = await site.IssueLeafAsync("Revoked");
        Expect.Equal("NoError", await site.CheckOnlineAsync(leaf, cancellationToken), "verdict before");
        await site.RevokeAsync(leaf);
        await site.Aws.Clock.AdvanceAsync(TimeSpan.FromMinutes(31), cancellationToken);
        var verdict = await site.CheckOnlineAsync(leaf, cancellationToken);
        Expect.Equal("Revoked", verdict, "verdict after 31 minutes");
        return "X509Chain: NoError, then 31 minutes later Revoked";
    }

    private async Task<string> RenewedAsync(CancellationToken cancellationToken)
    {
        var before = await site.Client.GetAsync(site.CaCrlPath);
        await site.Aws.Clock.AdvanceAsync(TimeSpan.FromDays(4), cancellationToken);
        var after = await site.Client.GetAsync(site.CaCrlPath);
        Expect.Equal((200, 200), (before.Status, after.Status), "status before and after");
        Expect.True(before["etag"] != after["etag"], "four days later another CRL is served");
        return $"four days later: {before["etag"]} became {after["etag"]}";
    }
}
