using System.Text.Json.Nodes;
using Infra.Local.DirectoryService;
using static Infra.Local.Tests.DirectoryService.DirectorySteps;

namespace Infra.Local.Tests.DirectoryService;

public sealed class DirectoryTests
{
    private const string Unsupported = "UnsupportedOperationException";

    [Fact]
    public async Task Directories_are_described_with_type_and_stage()
    {
        await using var local = await DirectoryFixture.StartAsync();
        local.Connector.SetStage(DirectoryStage.Impaired);

        var all = await local.CallAsync("DescribeDirectories", []);
        var one = await local.CallAsync(
            "DescribeDirectories", new() { ["DirectoryIds"] = new JsonArray(Some.ConnectorId) });

        Assert.Equal(2, all!["DirectoryDescriptions"]!.AsArray().Count);
        var connector = Assert.Single(one!["DirectoryDescriptions"]!.AsArray())!;
        Assert.Equal(("ADConnector", "Impaired"), (connector["Type"]!.ToString(), connector["Stage"]!.ToString()));
        Assert.Equal("corp.example.mil", connector["Name"]!.ToString());
    }

    [Fact]
    public async Task An_empty_list_of_directories_is_not_all_of_them_and_an_unknown_one_has_an_error_of_its_own()
    {
        await using var local = await DirectoryFixture.StartAsync();

        var empty = await local.RefusalAsync("DescribeDirectories", new() { ["DirectoryIds"] = new JsonArray() });
        var unknown = await local.RefusalAsync(
            "DescribeDirectories", new() { ["DirectoryIds"] = new JsonArray("d-ffffffffff") });
        var elsewhere = await local.RefusalAsync("ListCertificates", Of("d-ffffffffff"));

        Assert.Equal(
            ("InvalidParameterException", "EntityDoesNotExistException", "DirectoryDoesNotExistException"),
            (empty, unknown, elsewhere));
    }

    [Theory]
    [InlineData(DirectoryType.MicrosoftAD, SmartCard)]
    [InlineData(DirectoryType.SimpleAD, SmartCard)]
    [InlineData(DirectoryType.SimpleAD, Ldaps)]
    [InlineData(DirectoryType.SharedMicrosoftAD, Ldaps)]
    public async Task A_directory_takes_only_certificates_for_what_it_can_do(DirectoryType type, string certificateType)
    {
        await using var local = await DirectoryFixture.StartAsync();
        local.Directories.Add(new DirectorySpecification("d-1111111111", type, "other.example.mil"));

        var refusal = await local.RefusalAsync(
            "RegisterCertificate", Registration(type: certificateType, directoryId: "d-1111111111"));

        Assert.Equal(Unsupported, refusal);
    }

    [Fact]
    public async Task A_managed_directory_has_ldaps_but_no_smart_cards()
    {
        await using var local = await DirectoryFixture.StartAsync();
        await local.RegisterAsync(Ldaps, directoryId: Some.ManagedId);

        await local.EnableLdapsAsync(Some.ManagedId);
        var refusal = await local.RefusalAsync("DescribeClientAuthenticationSettings", Of(Some.ManagedId));

        Assert.True(local.Managed.State.IsLdapsOn);
        Assert.Equal(Unsupported, refusal);
    }

    [Fact]
    public async Task A_directory_that_is_not_well_can_be_read_but_not_changed()
    {
        await using var local = await DirectoryFixture.StartAsync();
        var id = await local.RegisterAsync(Ldaps);
        local.Connector.SetStage(DirectoryStage.Inoperable);

        var refusals = new[]
        {
            await local.RefusalAsync("RegisterCertificate", Registration()),
            await local.RefusalAsync("DeregisterCertificate", Of(Some.ConnectorId, ("CertificateId", id))),
            await local.RefusalAsync("EnableLDAPS", Of(Some.ConnectorId, ("Type", "Client"))),
            await local.RefusalAsync("DisableLDAPS", Of(Some.ConnectorId, ("Type", "Client"))),
        };

        Assert.All(refusals, refusal => Assert.Equal("DirectoryUnavailableException", refusal));
        Assert.Equal("Registered", await local.StateAsync(id));
    }

    [Fact]
    public async Task Certificates_come_in_pages_that_end()
    {
        await using var local = await DirectoryFixture.StartAsync();
        foreach (var number in Enumerable.Range(1, 3))
        {
            await local.RegisterAsync(pem: Some.Pem($"CA {number}"));
        }

        var first = await local.CallAsync("ListCertificates", Of(Some.ConnectorId, ("Limit", 2)));
        var second = await local.CallAsync(
            "ListCertificates", Of(Some.ConnectorId, ("Limit", 2), ("NextToken", first!["NextToken"]!.ToString())));

        Assert.Equal(["CA 1", "CA 2", "CA 3"], Names(first).Concat(Names(second!)));
        Assert.False(second!.ContainsKey("NextToken"));
    }

    [Theory]
    [InlineData("ListCertificates", "NextToken", "bm90LW91cnM=", "InvalidNextTokenException")]
    [InlineData("DescribeLDAPSSettings", "NextToken", "%", "InvalidNextTokenException")]
    [InlineData("DescribeClientAuthenticationSettings", "NextToken", "%", "InvalidParameterException")]
    [InlineData("ListCertificates", "Limit", 51, "InvalidParameterException")]
    [InlineData("ListCertificates", "Limit", 0, "InvalidParameterException")]
    public async Task A_page_that_cannot_be_is_refused(string operation, string member, object value, string expected)
    {
        await using var local = await DirectoryFixture.StartAsync();

        var refusal = await local.RefusalAsync(operation, Of(Some.ConnectorId, (member, JsonValue.Create(value))));

        Assert.Equal(expected, refusal);
    }

    private static IEnumerable<string> Names(JsonObject page) =>
        page["CertificatesInfo"]!.AsArray().Select(certificate => certificate!["CommonName"]!.ToString());
}
