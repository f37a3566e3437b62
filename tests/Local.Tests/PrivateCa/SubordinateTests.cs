using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Infra.Local.Endpoint;
using static Infra.Local.Tests.PrivateCa.PrivateCaSteps;

namespace Infra.Local.Tests.PrivateCa;

public sealed class SubordinateTests
{
    [Fact]
    public async Task A_chain_goes_from_the_leaf_up_to_the_root_through_every_ca()
    {
        await using var local = await PrivateCaFixture.StartAsync();
        var root = await local.ActiveRootAsync();
        var middle = await SubordinateAsync(local, root, "SubordinateCACertificate_PathLen1", 5);
        var issuing = await SubordinateAsync(local, middle, "SubordinateCACertificate_PathLen0", 3);

        var (_, leafChain) = await local.IssueAsync(issuing, Csr());
        var own = await local.CallAsync("GetCertificateAuthorityCertificate", Of(issuing));

        Assert.Equal([Thumbprint(local, issuing), Thumbprint(local, middle), Thumbprint(local, root)], Thumbprints(leafChain!));
        Assert.Equal([Thumbprint(local, middle), Thumbprint(local, root)], Thumbprints(own["CertificateChain"]!.ToString()));
        Assert.Equal(0, local.Service.Find(issuing)!.Installed!.PathLength);
    }

    [Theory]
    [InlineData("SubordinateCACertificate_PathLen1", 1, "InvalidArgsException")]
    [InlineData("SubordinateCACertificate_PathLen2", 1, "InvalidArgsException")]
    [InlineData("SubordinateCACertificate_PathLen0", 6, "ValidationException")]
    public async Task A_ca_gives_no_more_depth_or_time_than_it_has(string template, int years, string code)
    {
        await using var local = await PrivateCaFixture.StartAsync();
        var root = await local.ActiveRootAsync();
        var middle = await SubordinateAsync(local, root, "SubordinateCACertificate_PathLen1", 5);

        var error = await Assert.ThrowsAsync<AwsException>(() => SubordinateAsync(local, middle, template, years));

        Assert.Equal(code, error.Code);
    }

    [Theory]
    [InlineData("middle root", null)]
    [InlineData("root middle", "MalformedCertificateException")]
    [InlineData("middle", "MalformedCertificateException")]
    [InlineData("root", "MalformedCertificateException")]
    [InlineData("", "InvalidRequestException")]
    public async Task An_import_takes_the_whole_chain_in_order_root_last(string given, string? code)
    {
        await using var local = await PrivateCaFixture.StartAsync();
        var root = await local.ActiveRootAsync();
        var middle = await SubordinateAsync(local, root, "SubordinateCACertificate_PathLen1", 5);
        var issuing = await NewAsync(local);
        var (certificate, _) = await local.IssueAsync(middle, await CsrOfAsync(local, issuing), "SubordinateCACertificate_PathLen0", 3, "YEARS");
        var cas = given.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => name == "root" ? root : middle);
        var chain = string.Join('\n', cas.Select(arn => local.Service.Find(arn)!.Installed!.Pem));

        var error = await Record.ExceptionAsync(() => ImportAsync(local, issuing, certificate, chain));

        Assert.Equal(code, (error as AwsException)?.Code);
        Assert.Equal(code is null ? "ACTIVE" : "PENDING_CERTIFICATE", local.Service.Find(issuing)!.StatusAt(local.Clock.GetUtcNow()));
    }

    [Fact]
    public async Task The_certificate_of_a_subordinate_ca_names_the_crl_of_its_parent_which_then_appears()
    {
        await using var local = await PrivateCaFixture.StartAsync();
        var root = await local.ActiveRootAsync();

        var issuing = await SubordinateAsync(local, root, "SubordinateCACertificate_PathLen0", 3);

        var certificate = local.Service.Find(issuing)!.Installed!.Certificate;
        Assert.Equal($"http://{Cname}/crl/{root[(root.LastIndexOf('/') + 1)..]}.crl", DistributionPoints.Of(certificate));
        Assert.NotNull(local.StoredCrl(root));
        Assert.Null(local.StoredCrl(issuing));
    }

    private static async Task<string> SubordinateAsync(PrivateCaFixture local, string parent, string template, int years)
    {
        var arn = await NewAsync(local);
        var (certificate, chain) = await local.IssueAsync(parent, await CsrOfAsync(local, arn), template, years, "YEARS");
        await ImportAsync(local, arn, certificate, chain!);
        return arn;
    }

    private static async Task<string> NewAsync(PrivateCaFixture local)
    {
        var request = CreateRequest(type: "SUBORDINATE");
        request["CertificateAuthorityConfiguration"]!["Subject"]!["CommonName"] = $"Corp {Guid.NewGuid():N}";
        return (await local.CallAsync("CreateCertificateAuthority", request))["CertificateAuthorityArn"]!.ToString();
    }

    private static async Task<string> CsrOfAsync(PrivateCaFixture local, string arn) =>
        (await local.CallAsync("GetCertificateAuthorityCsr", Of(arn)))["Csr"]!.ToString();

    private static Task<JsonObject> ImportAsync(PrivateCaFixture local, string arn, X509Certificate2 certificate, string chain) => local.CallAsync(
        "ImportCertificateAuthorityCertificate",
        Of(arn, ("Certificate", Base64(certificate.ExportCertificatePem())), ("CertificateChain", Base64(chain))));

    private static string Thumbprint(PrivateCaFixture local, string arn) => local.Service.Find(arn)!.Installed!.Certificate.Thumbprint;

    private static IEnumerable<string> Thumbprints(string pem)
    {
        var chain = new X509Certificate2Collection();
        chain.ImportFromPem(pem);
        return chain.Select(certificate => certificate.Thumbprint);
    }
}
