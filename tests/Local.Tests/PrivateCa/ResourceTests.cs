using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Infra.Local.CloudFormation;
using Infra.Local.Endpoint;
using Infra.Local.PrivateCa.Resources;
using Some = Infra.Local.Tests.S3.Some;
using static Infra.Local.Tests.PrivateCa.PrivateCaSteps;

namespace Infra.Local.Tests.PrivateCa;

public sealed class ResourceTests
{
    [Fact]
    public async Task A_template_makes_an_active_ca_and_its_removal_leaves_a_deleted_one()
    {
        await using var local = await PrivateCaFixture.StartAsync();
        var cas = new CertificateAuthorityResource(local.Service, Some.Account);
        var activations = new CertificateAuthorityActivationResource(local.Service, Some.Account, local.Clock);

        var ca = await cas.CreateAsync(Some.Context("Ca"), CaProperties(), default);
        var certificate = await IssueOwnAsync(local, ca);
        var activation = ActivationProperties(ca, certificate);
        var activated = await activations.CreateAsync(Some.Context("Activation"), activation, default);
        var active = local.Service.Find(ca.PhysicalId)!.StatusAt(local.Clock.GetUtcNow());
        await activations.DeleteAsync(Some.Context("Activation"), activated, activation, default);
        await cas.DeleteAsync(Some.Context("Ca"), ca, CaProperties(), default);
        await cas.DeleteAsync(Some.Context("Ca"), ca, CaProperties(), default);

        Assert.Equal("ACTIVE", active);
        Assert.Contains("BEGIN CERTIFICATE", activated.Attributes["CompleteCertificateChain"].ToString(), StringComparison.Ordinal);
        Assert.Equal("DELETED", local.Service.Find(ca.PhysicalId)!.StatusAt(local.Clock.GetUtcNow()));
    }

    [Fact]
    public async Task Revocation_settings_and_tags_change_in_place()
    {
        await using var local = await PrivateCaFixture.StartAsync();
        var cas = new CertificateAuthorityResource(local.Service, Some.Account);
        var ca = await cas.CreateAsync(Some.Context("Ca"), CaProperties(), default);
        await local.ActivateRootAsync(ca.PhysicalId);
        var after = CaProperties();
        after["RevocationConfiguration"]!["CrlConfiguration"]!["ExpirationInDays"] = "3";
        after["Tags"] = new JsonArray(new JsonObject { ["Key"] = "team", ["Value"] = "euc" });

        var mustReplace = cas.MustReplace(CaProperties(), after);
        await cas.UpdateAsync(Some.Context("Ca"), ca, CaProperties(), after, default);
        await cas.UpdateAsync(Some.Context("Ca"), ca, after, Without(after, "RevocationConfiguration"), default);

        var authority = local.Service.Find(ca.PhysicalId)!;
        Assert.False(mustReplace);
        Assert.False(authority.Revocation.Crl.Enabled);
        Assert.Equal(["team"], authority.Tags.Keys);
    }

    [Theory]
    [InlineData("Type")]
    [InlineData("KeyAlgorithm")]
    [InlineData("Subject")]
    [InlineData("UsageMode")]
    public void Everything_else_replaces_the_ca(string property)
    {
        var cas = new CertificateAuthorityResource(null!, Some.Account);

        Assert.True(cas.MustReplace(CaProperties(), Without(CaProperties(), property)));
    }

    [Fact]
    public async Task A_failed_permission_test_fails_the_deployment()
    {
        await using var local = await PrivateCaFixture.StartAsync();
        local.Policies.Deny("s3:PutObject");
        var cas = new CertificateAuthorityResource(local.Service, Some.Account);

        var error = await Assert.ThrowsAsync<AwsException>(() => cas.CreateAsync(Some.Context("Ca"), CaProperties(), default));

        Assert.Contains("Permission error with your S3 bucket", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_ocsp_responder_is_named_as_not_emulated()
    {
        var cas = new CertificateAuthorityResource(null!, Some.Account);
        var properties = CaProperties();
        properties["RevocationConfiguration"]!["OcspConfiguration"] = new JsonObject { ["Enabled"] = "true" };

        Assert.Equal(["RevocationConfiguration.OcspConfiguration"], cas.NotEmulated(properties));
        Assert.Empty(cas.NotEmulated(CaProperties()));
    }

    private static async Task<DeployedResource> IssueOwnAsync(PrivateCaFixture local, DeployedResource ca)
    {
        var properties = new JsonObject
        {
            ["CertificateAuthorityArn"] = ca.PhysicalId,
            ["CertificateSigningRequest"] = ca.Attributes["CertificateSigningRequest"].DeepClone(),
            ["SigningAlgorithm"] = "SHA256WITHECDSA",
            ["TemplateArn"] = Template("RootCACertificate"),
            ["Validity"] = new JsonObject { ["Type"] = "YEARS", ["Value"] = "10" },
        };
        var certificate = await new CertificateResource(local.Service, Some.Account).CreateAsync(Some.Context("Certificate"), properties, default);
        using var parsed = X509Certificate2.CreateFromPem(certificate.Attributes["Certificate"].ToString());
        Assert.Equal(certificate.PhysicalId, certificate.Attributes["Arn"].ToString());
        Assert.Equal("CN=Corp Root", parsed.Subject);
        return certificate;
    }

    private static JsonObject ActivationProperties(DeployedResource ca, DeployedResource certificate) => new()
    {
        ["CertificateAuthorityArn"] = ca.PhysicalId,
        ["Certificate"] = certificate.Attributes["Certificate"].DeepClone(),
        ["Status"] = "ACTIVE",
    };

    private static JsonObject CaProperties()
    {
        var crl = Crl();
        crl["ExpirationInDays"] = "7";
        crl["Enabled"] = "true";
        return new JsonObject
        {
            ["Type"] = "ROOT",
            ["KeyAlgorithm"] = "EC_prime256v1",
            ["SigningAlgorithm"] = "SHA256WITHECDSA",
            ["UsageMode"] = "SHORT_LIVED_CERTIFICATE",
            ["Subject"] = new JsonObject { ["CommonName"] = "Corp Root" },
            ["RevocationConfiguration"] = new JsonObject { ["CrlConfiguration"] = crl },
            ["Tags"] = new JsonArray(new JsonObject { ["Key"] = "euc-private-ca", ["Value"] = "" }),
        };
    }

    private static JsonObject Without(JsonObject properties, string name)
    {
        var copy = properties.DeepClone().AsObject();
        copy.Remove(name);
        return copy;
    }
}
