using Infra.Local.Endpoint;
using static Infra.Local.Tests.DirectoryService.DirectorySteps;

namespace Infra.Local.Tests.DirectoryService;

public sealed class PermissionTests
{
    [Fact]
    public async Task A_call_is_asked_about_on_its_directory()
    {
        await using var local = await DirectoryFixture.StartAsync();

        await local.CallAsync("ListCertificates", Of(Some.ConnectorId));

        var asked = Assert.Single(local.Policies.Asked).Request;
        Assert.Equal("ds:ListCertificates", asked.Action);
        Assert.Equal($"arn:aws-us-gov:ds:us-gov-west-1:111122223333:directory/{Some.ConnectorId}", asked.Resource);
    }

    [Fact]
    public async Task Describing_directories_is_asked_about_on_everything()
    {
        await using var local = await DirectoryFixture.StartAsync();

        await local.CallAsync("DescribeDirectories", []);

        Assert.Equal("*", Assert.Single(local.Policies.Asked).Request.Resource);
    }

    [Fact]
    public async Task A_denied_call_changes_nothing_and_is_a_modelled_error()
    {
        await using var local = await DirectoryFixture.StartAsync();
        local.Policies.Deny("ds:RegisterCertificate");

        var refusal = await Assert.ThrowsAsync<AwsException>(() => local.RegisterAsync());

        Assert.Equal(("AccessDeniedException", 400), (refusal.Code, refusal.StatusCode));
        Assert.Empty(local.Connector.State.Certificates);
    }

    [Fact]
    public async Task An_operation_that_is_not_emulated_is_refused_by_name()
    {
        await using var local = await DirectoryFixture.StartAsync();

        var refusal = await Assert.ThrowsAsync<AwsException>(() => local.CallAsync("CreateDirectory", []));

        Assert.Contains("ds:CreateDirectory", refusal.Message, StringComparison.Ordinal);
    }
}
