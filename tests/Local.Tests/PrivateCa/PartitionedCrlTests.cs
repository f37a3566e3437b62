using System.Text.Json.Nodes;
using Infra.Local.PrivateCa;
using Infra.Local.Verification.Clients;
using static Infra.Local.Tests.PrivateCa.PrivateCaSteps;

namespace Infra.Local.Tests.PrivateCa;

public sealed class PartitionedCrlTests
{
    [Theory]
    [InlineData("pki/crl", "^pki/crl/[0-9a-f-]{36}[.]crl$")]
    [InlineData(null, "^crl/[0-9a-f-]{36}/[0-9a-f-]{36}[.]crl$")]
    public async Task A_partition_lies_where_its_certificates_say_and_says_so_itself_critically(string? customPath, string keyForm)
    {
        await using var local = await PrivateCaFixture.StartAsync();
        var arn = await local.ActiveRootAsync(CreateRequest(crl: Partitioned(customPath)));

        var (certificate, _) = await local.IssueAsync(arn, Csr());

        var (key, crl) = Crls(local).Single();
        Assert.Matches(keyForm, key);
        Assert.Equal($"http://{Cname}/{key}", DistributionPoints.Of(certificate));
        Assert.Equal((DistributionPoints.Of(certificate), true), DistributionPoints.Issuing(crl));
        Assert.True(CrlSignature.Verifies(crl, local.Service.Find(arn)!.Installed!.Certificate));
        Assert.Equal(TimeSpan.FromDays(7), Dates(crl).NextUpdate - Dates(crl).ThisUpdate);
    }

    [Theory]
    [InlineData("RSA_2048")]
    [InlineData("EC_secp384r1")]
    public async Task A_partition_is_signed_with_any_key(string keyAlgorithm)
    {
        await using var local = await PrivateCaFixture.StartAsync();
        var arn = await local.ActiveRootAsync(CreateRequest(keyAlgorithm, crl: Partitioned("pki")));

        await local.IssueAsync(arn, Csr());

        Assert.True(CrlSignature.Verifies(Crls(local).Single().Crl, local.Service.Find(arn)!.Installed!.Certificate));
    }

    [Fact]
    public async Task A_full_partition_is_followed_by_another_and_each_lists_its_own_certificates()
    {
        await using var local = await PrivateCaFixture.StartAsync(new PrivateCaOptions { CertificatesPerPartition = 1 });
        var arn = await local.ActiveRootAsync(CreateRequest(crl: Partitioned("pki")));
        var (first, _) = await local.IssueAsync(arn, Csr());
        var (second, _) = await local.IssueAsync(arn, Csr());

        await local.RevokeAsync(arn, first);
        await local.Clock.AdvanceAsync(TimeSpan.FromMinutes(31));

        var byUrl = Crls(local).ToDictionary(crl => $"http://{Cname}/{crl.Key}", crl => crl.Crl);
        Assert.Equal(2, byUrl.Count);
        Assert.True(Read(byUrl[DistributionPoints.Of(first)], first).Lists);
        Assert.False(Read(byUrl[DistributionPoints.Of(second)], first).Lists);
        Assert.Equal(2, local.Service.CrlsOf(local.Service.Find(arn)!).Count);
    }

    [Fact]
    public async Task Every_partition_is_refreshed_at_half_of_its_life()
    {
        await using var local = await PrivateCaFixture.StartAsync(new PrivateCaOptions { CertificatesPerPartition = 1 });
        var arn = await local.ActiveRootAsync(CreateRequest(crl: Partitioned("pki")));
        await local.IssueAsync(arn, Csr());
        await local.IssueAsync(arn, Csr());
        var first = Crls(local).Max(crl => Dates(crl.Crl).ThisUpdate);

        await local.Clock.AdvanceAsync(TimeSpan.FromDays(4));

        Assert.All(Crls(local), crl => Assert.Equal(first.AddDays(3.5), Dates(crl.Crl).ThisUpdate, TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task Turning_to_partitions_limits_the_complete_crl_to_those_who_name_it_and_turning_back_updates_only_that()
    {
        await using var local = await PrivateCaFixture.StartAsync();
        var arn = await local.ActiveRootAsync();
        var (old, _) = await local.IssueAsync(arn, Csr());
        var before = DistributionPoints.Issuing(local.StoredCrl(arn)!);

        await ConfigureAsync(local, arn, Partitioned("pki"));
        var (young, _) = await local.IssueAsync(arn, Csr());
        var limited = DistributionPoints.Issuing(local.StoredCrl(arn)!);
        await ConfigureAsync(local, arn, Crl());
        await local.RevokeAsync(arn, young);
        await local.Clock.AdvanceAsync(TimeSpan.FromMinutes(31));

        var partition = Crls(local).Single(crl => crl.Key.StartsWith("pki/", StringComparison.Ordinal)).Crl;
        Assert.Null(before);
        Assert.Equal((DistributionPoints.Of(old), true), limited);
        Assert.Null(DistributionPoints.Issuing(local.StoredCrl(arn)!));
        Assert.True(Read(local.StoredCrl(arn)!, young).Lists);
        Assert.False(Read(partition, young).Lists);
    }

    [Fact]
    public async Task The_kind_of_crl_is_described()
    {
        await using var local = await PrivateCaFixture.StartAsync();
        var arn = await local.ActiveRootAsync(CreateRequest(crl: Partitioned("pki")));

        var described = await local.CallAsync("DescribeCertificateAuthority", Of(arn));

        var crl = described["CertificateAuthority"]!["RevocationConfiguration"]!["CrlConfiguration"]!;
        Assert.Equal(("PARTITIONED", "pki"), (crl["CrlType"]!.ToString(), crl["CustomPath"]!.ToString()));
    }

    private static JsonObject Partitioned(string? customPath)
    {
        var crl = Crl();
        crl["CrlType"] = "PARTITIONED";
        if (customPath is not null)
        {
            crl["CustomPath"] = customPath;
        }

        return crl;
    }

    private static Task<JsonObject> ConfigureAsync(PrivateCaFixture local, string arn, JsonObject crl) => local.CallAsync(
        "UpdateCertificateAuthority", Of(arn, ("RevocationConfiguration", new JsonObject { ["CrlConfiguration"] = crl })));

    private static List<(string Key, byte[] Crl)> Crls(PrivateCaFixture local) =>
    [
        .. local.Bucket.Versions.Keys.Where(key => key.EndsWith(".crl", StringComparison.Ordinal))
            .Select(key => (key, local.Bucket.FindCurrent(key)!.Content!.Body.ToArray())),
    ];
}
