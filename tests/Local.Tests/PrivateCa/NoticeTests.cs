using System.Text.Json.Nodes;
using Infra.Local.Events.Trail;
using Infra.Local.Faults;
using Infra.Local.Iam;
using Infra.Local.Metrics;
using static Infra.Local.Tests.PrivateCa.PrivateCaSteps;

namespace Infra.Local.Tests.PrivateCa;

public sealed class NoticeTests
{
    [Fact]
    public async Task The_life_of_a_ca_is_told_to_the_event_bus()
    {
        await using var local = await PrivateCaFixture.StartAsync();
        var arn = await local.ActiveRootAsync();
        var (certificate, _) = await local.IssueAsync(arn, Csr());
        await local.RevokeAsync(arn, certificate);

        var told = local.Events.Recent.Where(busEvent => busEvent.DetailType != ApiTrail.DetailType).ToList();

        var leaf = $"{arn}/certificate/{certificate.SerialNumber.ToLowerInvariant()}";
        Assert.Equal(
            ["ACM Private CA Creation", "ACM Private CA Certificate Issuance", "ACM Private CA Certificate Issuance",
                "ACM Private CA CRL Generation", "ACM Private CA Certificate Revocation"],
            told.Select(busEvent => busEvent.DetailType));
        Assert.All(told, busEvent => Assert.Equal(("aws.acm-pca", arn), (busEvent.Source, busEvent.Resources[0])));
        Assert.Equal([arn, leaf], told[2].Resources);
        Assert.Equal([arn, leaf], told[4].Resources);
    }

    [Fact]
    public async Task An_event_has_the_form_that_rules_match()
    {
        await using var local = await PrivateCaFixture.StartAsync();
        var arn = (await local.CallAsync("CreateCertificateAuthority", CreateRequest()))["CertificateAuthorityArn"]!.ToString();

        var document = local.Events.ToJson()[0]!.AsObject();

        var (id, time) = (document["id"]!.ToString(), document["time"]!.ToString());
        Assert.True(Guid.TryParse(id, out _));
        Assert.Matches("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$", time);
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse($$"""
                {
                    "version": "0", "id": "{{id}}", "detail-type": "ACM Private CA Creation", "source": "aws.acm-pca", "account": "111122223333",
                    "time": "{{time}}", "region": "us-gov-west-1", "resources": ["{{arn}}"], "detail": { "result": "success" }
                }
                """),
            document));
    }

    [Theory]
    [InlineData(true, "Failed to write CRL to S3. Check your S3 bucket permissions.", 2)]
    [InlineData(false, "Failed to write CRL to S3. Internal failure.", 0)]
    public async Task Every_failed_write_is_told_and_a_bucket_that_is_closed_is_counted(bool isDenied, string reason, int misconfigured)
    {
        await using var local = await PrivateCaFixture.StartAsync();
        var arn = await local.ActiveRootAsync();
        if (isDenied)
        {
            local.Policies.Deny("s3:PutObject", request => request.Principal is Principal.Service);
        }
        else
        {
            local.Faults.Add(new Fault("s3", "PutObject", FaultKind.InternalError));
        }

        await local.IssueAsync(arn, Csr());
        await local.Clock.AdvanceAsync(TimeSpan.FromMinutes(16));

        var failures = local.Events.Recent.Where(busEvent => busEvent.Detail["result"]?.ToString() == "failure").ToList();
        Assert.Equal(2, failures.Count);
        Assert.All(failures, failure => Assert.Equal(
            ("ACM Private CA CRL Generation", reason), (failure.DetailType, failure.Detail["reason"]!.ToString())));
        Assert.Equal(misconfigured, local.Metrics[Of("MisconfiguredCRLBucket", arn)].Sum);
        Assert.Equal(0, local.Metrics[Of("CRLGenerated", arn)].Sum);
    }

    [Fact]
    public async Task Every_crl_is_counted()
    {
        await using var local = await PrivateCaFixture.StartAsync();
        var arn = await local.ActiveRootAsync();
        await local.IssueAsync(arn, Csr());

        await local.Clock.AdvanceAsync(TimeSpan.FromDays(8));

        var shown = local.Metrics.ToJson().Single()!;
        Assert.Equal(3, local.Metrics[Of("CRLGenerated", arn)].Sum);
        Assert.Equal(("AWS/ACMPrivateCA", "CRLGenerated", 3), (shown["namespace"]!.ToString(), shown["metric"]!.ToString(), (int)shown["samples"]!));
        Assert.Equal(arn, shown["dimensions"]!["PrivateCAArn"]!.ToString());
    }

    private static Metric Of(string name, string arn) => new("AWS/ACMPrivateCA", name, "PrivateCAArn", arn);
}
