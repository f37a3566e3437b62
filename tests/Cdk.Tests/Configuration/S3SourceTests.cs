using System.Text.Json.Nodes;
using Infra.Cdk.Configuration;

namespace Infra.Cdk.Tests.Configuration;

/// <summary>Buckets as sources, in an environment whose directories have them and pin anchors for them.</summary>
public sealed class S3SourceTests
{
    private const string Source = "directories[0].smartCard.certificateSources[0].s3";

    [Theory]
    [InlineData("""{ "bucketName": "pki" }""", "prefix")]
    [InlineData("""{ "bucketName": "s3://pki", "prefix": "cas/" }""", "bucketName")]
    [InlineData("""{ "bucketName": "pki", "prefix": "cas" }""", "prefix")]
    [InlineData("""{ "bucketName": "pki", "prefix": "*/" }""", "prefix")]
    [InlineData("""{ "bucketName": "pki", "prefix": "cas/", "bucketOwner": "44445555666" }""", "bucketOwner")]
    [InlineData("""{ "bucketName": "pki", "prefix": "cas/", "bucketOwner": 444455556666 }""", "bucketOwner")]
    [InlineData("""{ "bucketName": "pki", "prefix": "cas/", "owner": "444455556666" }""", "owner")]
    public void Each_problem_is_reported_once_at_its_place(string source, string member)
    {
        var problem = Assert.Single(Assert.Throws<InvalidEnvironmentException>(() => With(source)).Problems);

        Assert.Equal($"{Source}.{member}", problem.Path);
    }

    [Theory]
    [InlineData("""{ "bucketName": "pki", "prefix": "cas/" }""", "111122223333")]
    [InlineData("""{ "bucketName": "pki", "prefix": "cas/", "bucketOwner": "444455556666" }""", "444455556666")]
    public void A_bucket_is_the_environments_own_unless_its_source_says_otherwise(string source, string owner)
    {
        var settings = With(source);

        Assert.Equal(owner, settings.Directories[0].SmartCard!.Folders.Single().OwnerIn(settings.Account));
    }

    private static EnvironmentSettings With(string source)
    {
        var document = Some.Document("local-rotation");
        document["directories"]![0]!["smartCard"]!["certificateSources"]![0]!["s3"] = JsonNode.Parse(source);
        using var repository = new TemporaryRepository().With("edited", document);
        return repository.Environments.Read("edited");
    }
}
