using System.Text.Json.Nodes;
using Infra.Local.Endpoint;
using Infra.Local.Events;
using Infra.Local.Events.Trail;
using static Infra.Local.Tests.PrivateCa.PrivateCaSteps;

namespace Infra.Local.Tests.PrivateCa;

public sealed class TrailTests
{
    [Fact]
    public async Task The_calls_that_change_a_ca_are_told_without_any_certificate()
    {
        await using var local = await PrivateCaFixture.StartAsync();
        var arn = await local.ActiveRootAsync();
        await local.CallAsync("UpdateCertificateAuthority", Of(arn, ("Status", "DISABLED")));

        var told = Told(local);

        Assert.Equal(
            ["CreateCertificateAuthority", "ImportCertificateAuthorityCertificate", "UpdateCertificateAuthority"],
            told.Select(apiCall => apiCall.Detail["eventName"]!.ToString()));
        Assert.All(told, apiCall => Assert.Equal(("aws.acm-pca", "acm-pca.amazonaws.com"), (apiCall.Source, apiCall.Detail["eventSource"]!.ToString())));
        Assert.All(told, apiCall => Assert.DoesNotContain(Base64("-----BEGIN")[..12], apiCall.Detail.ToJsonString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_import_names_the_ca_the_caller_and_the_moment()
    {
        await using var local = await PrivateCaFixture.StartAsync();
        await local.Clock.AdvanceAsync(TimeSpan.FromDays(400));
        var arn = await local.ActiveRootAsync();

        var told = Told(local).Single(apiCall => apiCall.Detail["eventName"]!.ToString().StartsWith("Import", StringComparison.Ordinal));

        Assert.True(JsonNode.DeepEquals(new JsonObject { ["certificateAuthorityArn"] = arn }, told.Detail["requestParameters"]));
        Assert.Equal(PrivateCaFixture.Caller.Arn, told.Detail["userIdentity"]!["arn"]!.ToString());
        Assert.Equal($"{told.Time.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}", told.Detail["eventTime"]!.ToString());
        Assert.InRange(told.Time, DateTimeOffset.UtcNow.AddDays(399), DateTimeOffset.UtcNow.AddDays(401));
        Assert.Null(told.Detail["errorCode"]);
        Assert.Empty(told.Resources);
    }

    [Fact]
    public async Task A_creation_shows_what_was_asked_and_the_arn_that_was_given()
    {
        await using var local = await PrivateCaFixture.StartAsync();

        var answer = await local.CallAsync("CreateCertificateAuthority", CreateRequest());

        var detail = Told(local).Single().Detail;
        Assert.Equal("ROOT", detail["requestParameters"]!["certificateAuthorityType"]!.ToString());
        Assert.Equal(Cname, detail["requestParameters"]!["revocationConfiguration"]!["crlConfiguration"]!["customCname"]!.ToString());
        Assert.Equal(answer["CertificateAuthorityArn"]!.ToString(), detail["responseElements"]!["certificateAuthorityArn"]!.ToString());
    }

    [Fact]
    public async Task A_call_that_fails_is_told_with_its_error()
    {
        await using var local = await PrivateCaFixture.StartAsync();
        var arn = await local.ActiveRootAsync();
        local.Policies.Deny("acm-pca:UpdateCertificateAuthority");

        await Assert.ThrowsAsync<AwsException>(() => local.CallAsync("UpdateCertificateAuthority", Of(arn, ("Status", "DISABLED"))));

        Assert.Equal("AccessDenied", Told(local)[^1].Detail["errorCode"]!.ToString());
    }

    [Fact]
    public async Task Calls_that_only_read_or_issue_are_not_told()
    {
        await using var local = await PrivateCaFixture.StartAsync();
        var arn = await local.ActiveRootAsync();
        var before = Told(local).Count;

        await local.IssueAsync(arn, Csr());
        await local.CallAsync("DescribeCertificateAuthority", Of(arn));

        Assert.Equal(before, Told(local).Count);
    }

    private static List<BusEvent> Told(PrivateCaFixture local) =>
        [.. local.Events.Recent.Where(busEvent => busEvent.DetailType == ApiTrail.DetailType)];
}
