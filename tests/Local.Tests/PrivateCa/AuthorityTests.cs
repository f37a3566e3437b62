using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Infra.Local.Endpoint;
using static Infra.Local.Tests.PrivateCa.PrivateCaSteps;

namespace Infra.Local.Tests.PrivateCa;

public sealed class AuthorityTests
{
    [Theory]
    [InlineData("RSA_2048")]
    [InlineData("EC_prime256v1")]
    [InlineData("EC_secp384r1")]
    [InlineData("EC_secp521r1")]
    public async Task A_root_ca_signs_itself_and_becomes_active(string keyAlgorithm)
    {
        await using var local = await PrivateCaFixture.StartAsync();

        var arn = await local.ActiveRootAsync(CreateRequest(keyAlgorithm));

        var described = (await local.CallAsync("DescribeCertificateAuthority", Of(arn)))["CertificateAuthority"]!;
        var answer = await local.CallAsync("GetCertificateAuthorityCertificate", Of(arn));
        using var certificate = X509Certificate2.CreateFromPem(answer["Certificate"]!.ToString());
        Assert.Equal("ACTIVE", described["Status"]!.ToString());
        Assert.Equal(keyAlgorithm, described["CertificateAuthorityConfiguration"]!["KeyAlgorithm"]!.ToString());
        Assert.Equal(new DateTimeOffset(certificate.NotAfter).ToUnixTimeSeconds(), (double)described["NotAfter"]!);
        Assert.Null(answer["CertificateChain"]);
        Assert.Equal("CN=Corp ROOT CA, O=Corp, C=US", certificate.Subject);
        Assert.True(certificate.Extensions.OfType<X509BasicConstraintsExtension>().Single() is { Critical: true, CertificateAuthority: true });
        Assert.DoesNotContain(certificate.Extensions, extension => extension.Oid!.Value == "2.5.29.31");
    }

    [Fact]
    public async Task A_subordinate_ca_chains_up_to_its_root()
    {
        await using var local = await PrivateCaFixture.StartAsync();
        var root = await local.ActiveRootAsync();
        var sub = (await local.CallAsync("CreateCertificateAuthority", CreateRequest(type: "SUBORDINATE")))["CertificateAuthorityArn"]!.ToString();
        var csr = (await local.CallAsync("GetCertificateAuthorityCsr", Of(sub)))["Csr"]!.ToString();
        var (certificate, chain) = await local.IssueAsync(root, csr, "SubordinateCACertificate_PathLen0", 1, "YEARS");
        await local.CallAsync(
            "ImportCertificateAuthorityCertificate",
            Of(sub, ("Certificate", Base64(certificate.ExportCertificatePem())), ("CertificateChain", Base64(chain!))));

        var (leaf, leafChain) = await local.IssueAsync(sub, Csr());
        var deeper = await Assert.ThrowsAsync<AwsException>(
            () => local.IssueAsync(sub, csr, "SubordinateCACertificate_PathLen0", 1, "MONTHS"));

        var above = new X509Certificate2Collection();
        above.ImportFromPem(leafChain);
        Assert.Equal([certificate.Thumbprint, local.Service.Find(root)!.Installed!.Certificate.Thumbprint], above.Select(c => c.Thumbprint));
        Assert.True(ChainsUp(leaf, above, local.Clock.GetUtcNow()));
        Assert.Equal("InvalidArgsException", deeper.Code);
    }

    [Fact]
    public async Task A_ca_goes_through_its_states()
    {
        await using var local = await PrivateCaFixture.StartAsync();
        var arn = (await local.CallAsync("CreateCertificateAuthority", CreateRequest()))["CertificateAuthorityArn"]!.ToString();
        var seen = new List<string> { await StatusAsync(local, arn) };

        await local.ActivateRootAsync(arn, years: 1);
        seen.Add(await StatusAsync(local, arn));
        await local.CallAsync("UpdateCertificateAuthority", Of(arn, ("Status", "DISABLED")));
        seen.Add(await StatusAsync(local, arn));
        await local.CallAsync("DeleteCertificateAuthority", Of(arn, ("PermanentDeletionTimeInDays", 7)));
        seen.Add(await StatusAsync(local, arn));
        await local.CallAsync("RestoreCertificateAuthority", Of(arn));
        seen.Add(await StatusAsync(local, arn));
        await local.CallAsync("UpdateCertificateAuthority", Of(arn, ("Status", "ACTIVE")));
        await local.Clock.AdvanceAsync(TimeSpan.FromDays(366));
        seen.Add(await StatusAsync(local, arn));

        Assert.Equal(["PENDING_CERTIFICATE", "ACTIVE", "DISABLED", "DELETED", "DISABLED", "EXPIRED"], seen);
    }

    [Fact]
    public async Task A_deleted_ca_is_gone_when_its_time_to_be_restored_is_over()
    {
        await using var local = await PrivateCaFixture.StartAsync();
        var arn = (await local.CallAsync("CreateCertificateAuthority", CreateRequest()))["CertificateAuthorityArn"]!.ToString();
        await local.CallAsync("DeleteCertificateAuthority", Of(arn, ("PermanentDeletionTimeInDays", 7)));

        await local.Clock.AdvanceAsync(TimeSpan.FromDays(7));

        var error = await Assert.ThrowsAsync<AwsException>(() => local.CallAsync("DescribeCertificateAuthority", Of(arn)));
        Assert.Equal("ResourceNotFoundException", error.Code);
    }

    [Fact]
    public async Task A_token_makes_one_ca_of_two_calls_for_five_minutes()
    {
        await using var local = await PrivateCaFixture.StartAsync();
        var request = CreateRequest();
        request["IdempotencyToken"] = "once";

        var first = await local.CallAsync("CreateCertificateAuthority", request);
        var second = await local.CallAsync("CreateCertificateAuthority", request);
        await local.Clock.AdvanceAsync(TimeSpan.FromMinutes(5));
        var third = await local.CallAsync("CreateCertificateAuthority", request);

        Assert.Equal(first.ToJsonString(), second.ToJsonString());
        Assert.NotEqual(first.ToJsonString(), third.ToJsonString());
    }

    [Fact]
    public async Task Cas_are_listed_page_by_page()
    {
        await using var local = await PrivateCaFixture.StartAsync();
        foreach (var _ in Enumerable.Range(0, 3))
        {
            await local.CallAsync("CreateCertificateAuthority", CreateRequest());
        }

        var first = await local.CallAsync("ListCertificateAuthorities", new JsonObject { ["MaxResults"] = 2 });
        var second = await local.CallAsync(
            "ListCertificateAuthorities", new JsonObject { ["MaxResults"] = 2, ["NextToken"] = first["NextToken"]!.ToString() });
        var bad = await Assert.ThrowsAsync<AwsException>(
            () => local.CallAsync("ListCertificateAuthorities", new JsonObject { ["NextToken"] = "?" }));

        Assert.Equal(2, first["CertificateAuthorities"]!.AsArray().Count);
        Assert.Single(second["CertificateAuthorities"]!.AsArray());
        Assert.Null(second["NextToken"]);
        Assert.Equal("InvalidNextTokenException", bad.Code);
    }

    [Fact]
    public async Task Tags_come_and_go_and_policies_can_ask_for_them()
    {
        await using var local = await PrivateCaFixture.StartAsync();
        var request = CreateRequest();
        request["Tags"] = Tags(("euc-private-ca", ""), ("team", "euc"));
        var arn = (await local.CallAsync("CreateCertificateAuthority", request))["CertificateAuthorityArn"]!.ToString();

        await local.CallAsync("TagCertificateAuthority", Of(arn, ("Tags", Tags(("owner", "pki")))));
        await local.CallAsync("UntagCertificateAuthority", Of(arn, ("Tags", Tags(("team", "other"), ("owner", "pki")))));
        var left = await local.CallAsync("ListTags", Of(arn));

        Assert.Equal(["euc-private-ca", "team"], left["Tags"]!.AsArray().Select(tag => tag!["Key"]!.ToString()));
        Assert.Contains("aws:ResourceTag/euc-private-ca", local.Policies.Asked.Last().Request.Context.Keys);
        Assert.Equal(
            "owner",
            local.Policies.Asked.Single(asked => asked.Request.Action == "acm-pca:TagCertificateAuthority").Request.Context["aws:TagKeys"]);
    }

    internal static bool ChainsUp(X509Certificate2 leaf, X509Certificate2Collection above, DateTimeOffset now)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(above[^1]);
        chain.ChainPolicy.ExtraStore.AddRange(above);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.VerificationTime = now.UtcDateTime;
        return chain.Build(leaf);
    }

    private static async Task<string> StatusAsync(PrivateCaFixture local, string arn) =>
        (await local.CallAsync("DescribeCertificateAuthority", Of(arn)))["CertificateAuthority"]!["Status"]!.ToString();

    private static JsonArray Tags(params (string Key, string Value)[] tags) =>
        [.. tags.Select(tag => new JsonObject { ["Key"] = tag.Key, ["Value"] = tag.Value })];
}
