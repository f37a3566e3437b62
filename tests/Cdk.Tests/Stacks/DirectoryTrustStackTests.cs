using System.Text.Json.Nodes;

namespace Infra.Cdk.Tests.Stacks;

[Collection(Synthesis.Collection)]
public sealed class DirectoryTrustStackTests(Synthesis synthesis)
{
    private const string ResourceType = "Custom::DirectoryTrust";

    private Template Local => synthesis.Of("local").DirectoryTrust!;

    [Theory]
    [InlineData("local-existing")]
    [InlineData("local-subordinate")]
    public void Without_directories_there_is_no_such_stack(string environment) =>
        Assert.Null(synthesis.Of(environment).DirectoryTrust);

    [Theory]
    [InlineData("local")]
    [InlineData("example-us-east-1")]
    [InlineData("example-us-gov-west-1")]
    public void Directories_come_after_the_authority(string environment)
    {
        var assembly = synthesis.Of(environment);

        var dependencies = (JsonArray)assembly.Manifest(assembly.DirectoryTrust!)["dependencies"]!;

        Assert.Contains(dependencies, name => (string?)name == assembly.CertificateAuthority.Name);
    }

    [Fact]
    public void What_was_registered_is_remembered_privately_and_for_good()
    {
        var bucket = Assert.Single(Local.All("AWS::S3::Bucket"));

        Assert.Equal("Retain", (string?)bucket["DeletionPolicy"]);
        JsonAssert.Same(
            """
            {
              "BucketEncryption": {
                "ServerSideEncryptionConfiguration": [{ "ServerSideEncryptionByDefault": { "SSEAlgorithm": "AES256" } }]
              },
              "LifecycleConfiguration": { "Rules": [{
                "Id": "EarlierStates", "Status": "Enabled", "NoncurrentVersionExpiration": { "NoncurrentDays": 365 },
                "AbortIncompleteMultipartUpload": { "DaysAfterInitiation": 7 }
              }] },
              "OwnershipControls": { "Rules": [{ "ObjectOwnership": "BucketOwnerEnforced" }] },
              "PublicAccessBlockConfiguration": {
                "BlockPublicAcls": true, "BlockPublicPolicy": true,
                "IgnorePublicAcls": true, "RestrictPublicBuckets": true
              },
              "VersioningConfiguration": { "Status": "Enabled" }
            }
            """,
            bucket["Properties"]);
    }

    [Fact]
    public void What_was_registered_is_told_over_current_tls_only()
    {
        var denied = Local.Statements
            .Where(statement => (string)statement["Effect"]! == "Deny")
            .Select(statement => statement["Condition"]!)
            .ToList();

        Assert.Single(denied, condition => (string?)condition["Bool"]?["aws:SecureTransport"] == "false");
        Assert.Single(denied, condition => (double?)condition["NumericLessThan"]?["s3:TlsVersion"] == 1.2);
    }

    [Fact]
    public void Another_name_changes_outputs_only()
    {
        var settings = Some.Settings;
        var renamed = settings with
        {
            Directories = [settings.Directories[0] with { Name = "other" }, settings.Directories[1]],
        };

        var template = synthesis.Of(renamed).DirectoryTrust!;

        Assert.Equal(Local.Ids(ResourceType), template.Ids(ResourceType));
        Assert.True(template.Outputs.ContainsKey("OtherWarning"));
    }

    [Fact]
    public void Another_directory_gets_a_resource_of_its_own_so_that_the_first_can_be_restored_by_its_own_role()
    {
        var settings = Some.Settings;
        var other = settings with { Directories = [settings.Directories[0] with { DirectoryId = "d-9999999999" }] };

        var template = synthesis.Of(other).DirectoryTrust!;

        Assert.Empty(Local.Ids(ResourceType).Intersect(template.Ids(ResourceType)));
        Assert.StartsWith(
            "ReadFunctionRole",
            Assert.Single(Local.Ids("AWS::IAM::Role").Intersect(template.Ids("AWS::IAM::Role"))),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SmartCardSignIn")]
    [InlineData("Managed")]
    public void Operators_are_told_what_is_registered_when_it_expires_and_what_to_know(string name) => Assert.All(
        (string[])["CertificateIds", "States", "NextExpiry", "LeftAlone", "Warning"],
        answered => Assert.Equal(answered, (string?)Local.Outputs[$"{name}{answered}"]!["Value"]!["Fn::GetAtt"]![1]));
}
