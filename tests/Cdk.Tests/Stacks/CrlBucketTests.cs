using System.Text.Json.Nodes;
using Infra.Cdk.Configuration;

namespace Infra.Cdk.Tests.Stacks;

[Collection(Synthesis.Collection)]
public sealed class CrlBucketTests(Synthesis synthesis)
{
    private Template Local => synthesis.Of("local").CrlDistribution;

    private Template GovCloud => synthesis.Of("example-us-gov-west-1").CrlDistribution;

    [Fact]
    public void Nobody_can_make_the_crls_public()
    {
        var buckets = Local.All("AWS::S3::Bucket").ToList();

        Assert.Equal(2, buckets.Count);
        Assert.All(buckets, bucket => JsonAssert.Same(
            """{"BlockPublicAcls":true,"BlockPublicPolicy":true,"IgnorePublicAcls":true,"RestrictPublicBuckets":true}""",
            bucket["Properties"]!["PublicAccessBlockConfiguration"]));
        Assert.All(buckets, bucket => Assert.Null(bucket["Properties"]!["AccessControl"]));
    }

    [Fact]
    public void Private_ca_may_write_only_from_this_account()
    {
        var statements = StatementsFor("acm-pca.amazonaws.com").ToList();

        Assert.Equal(
            ["s3:GetBucketAcl", "s3:GetBucketLocation", "s3:PutObject", "s3:PutObjectAcl"],
            statements.SelectMany(statement => (JsonArray)statement["Action"]!).Select(action => (string)action!));
        Assert.All(statements, statement => JsonAssert.Same(
            """
            {
              "StringEquals": { "aws:SourceAccount": "111122223333" },
              "ArnLike": { "aws:SourceArn": "arn:aws:acm-pca:us-east-1:111122223333:certificate-authority/*" }
            }
            """,
            statement["Condition"]));
    }

    [Theory]
    [InlineData(null, "crl/*", "acm-pca-permission-test-key*")]
    [InlineData("partitions", "crl/*", "partitions/*", "acm-pca-permission-test-key*")]
    public void Private_ca_may_write_crls_and_its_test_keys_only(string? customPath, params string[] keys)
    {
        var settings = Some.Settings with
        {
            CrlDistribution = Some.Settings.CrlDistribution with { CustomPath = customPath },
        };

        var statement = Assert.Single(
            synthesis.Of(settings).CrlDistribution.Statements, one => (string?)one["Sid"] == "PrivateCaWritesCrls");

        Assert.Equal(keys.Select(key => $"<Arn>/{key}"), ((JsonArray)statement["Resource"]!).Select(Texts.Joined));
    }

    [Fact]
    public void Buckets_answer_over_current_tls_only()
    {
        var denied = Local.Statements.Where(statement => (string)statement["Effect"]! == "Deny").ToList();

        Assert.Equal(2, denied.Count(statement => (string?)statement["Condition"]!["Bool"]?["aws:SecureTransport"] == "false"));
        Assert.Equal(2, denied.Count(statement => (double?)statement["Condition"]!["NumericLessThan"]?["s3:TlsVersion"] == 1.2));
    }

    [Fact]
    public void Superseded_crls_are_kept_for_the_configured_time_and_no_longer()
    {
        var bucket = GovCloud.Named("CrlBucket", "AWS::S3::Bucket")["Properties"]!;

        Assert.Equal("Enabled", (string?)bucket["VersioningConfiguration"]!["Status"]);
        JsonAssert.Same(
            """
            [
              { "Id": "SupersededCrls", "Status": "Enabled", "ExpiredObjectDeleteMarker": true, "NoncurrentVersionExpiration": { "NoncurrentDays": 60 } },
              { "Id": "AbandonedUploads", "Status": "Enabled", "AbortIncompleteMultipartUpload": { "DaysAfterInitiation": 7 } }
            ]
            """,
            bucket["LifecycleConfiguration"]!["Rules"]);
    }

    [Theory]
    [InlineData("local", """{ "SSEAlgorithm": "AES256" }""")]
    [InlineData("example-us-gov-west-1", """
        {
          "SSEAlgorithm": "aws:kms",
          "KMSMasterKeyID": "arn:aws-us-gov:kms:us-gov-west-1:444455556666:key/0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9"
        }
        """)]
    public void Crls_are_encrypted_with_the_configured_key(string environment, string expected)
    {
        var bucket = synthesis.Of(environment).CrlDistribution.Named("CrlBucket", "AWS::S3::Bucket");

        JsonAssert.Same(
            expected,
            bucket["Properties"]!["BucketEncryption"]!["ServerSideEncryptionConfiguration"]![0]!["ServerSideEncryptionByDefault"]);
    }

    [Fact]
    public void Access_logs_go_to_a_bucket_that_load_balancers_may_write_to()
    {
        var bucketPolicy = Local.Named("AccessLogsPolicy", "AWS::S3::BucketPolicy");
        var loadBalancer = Assert.Single(Local.All("AWS::ElasticLoadBalancingV2::LoadBalancer"));

        JsonAssert.Same(
            """{ "Fn::Join": ["", [{ "Fn::GetAtt": ["AccessLogs247031D9", "Arn"] }, "/AWSLogs/111122223333/*"]] }""",
            Assert.Single(StatementsFor("logdelivery.elasticloadbalancing.amazonaws.com"))["Resource"]);
        Assert.NotNull(bucketPolicy);
        Assert.StartsWith("AccessLogsPolicy", (string?)Assert.Single((JsonArray)loadBalancer["DependsOn"]!), StringComparison.Ordinal);
    }

    [Fact]
    public void Access_logs_can_be_switched_off()
    {
        var settings = Some.Settings with
        {
            CrlDistribution = Some.Settings.CrlDistribution with { AccessLogs = new AccessLogSettings { Enabled = false, RetentionDays = 1 } },
        };

        var template = synthesis.Of(settings).CrlDistribution;

        Assert.Single(template.All("AWS::S3::Bucket"));
        Assert.Contains(
            """{"Key":"access_logs.s3.enabled","Value":"false"}""",
            template.Only("AWS::ElasticLoadBalancingV2::LoadBalancer").ToJsonString(), StringComparison.Ordinal);
    }

    private IEnumerable<JsonObject> StatementsFor(string service) =>
        Local.Statements.Where(statement => (string?)(statement["Principal"] as JsonObject)?["Service"] == service);
}
