using System.Text.Json.Nodes;
using Infra.TrustManager.CustomResources;
using Infra.TrustManager.DirectoryTrust;
using Infra.TrustManager.Tests.CaCertificates;

namespace Infra.TrustManager.Tests.DirectoryTrust;

public sealed class PurposeReadingTests
{
    private static readonly string Root = SomeCa.Root().Pem;

    private static readonly string Thumbprint = "sha256:" + new string('A', 64);

    [Fact]
    public void Anchors_and_owners_are_read()
    {
        var read = DirectoryTrustProperties.From(Properties([Root, Thumbprint], "444455556666")).SmartCard!;

        Assert.Equal([Root, Thumbprint], read.TrustAnchors);
        Assert.Equal([new S3Place("example-pki", "cas/", "444455556666")], read.S3Sources);
    }

    [Fact]
    public void Another_anchor_or_owner_makes_another_fingerprint()
    {
        string[] fingerprints =
        [
            .. new[]
            {
                Properties([Root], "444455556666"),
                Properties([Thumbprint], "444455556666"),
                Properties([Root], "111122223333"),
            }.Select(properties => DirectoryTrustProperties.From(properties).Fingerprint()),
        ];

        Assert.Equal(3, fingerprints.Distinct().Count());
    }

    [Theory]
    [InlineData(null, "missing")]
    [InlineData("", "''")]
    [InlineData("44445555666", "'44445555666'")]
    [InlineData("44445555666\u0664", "'44445555666\u0664'")]
    public void A_source_says_whose_bucket_it_is(string? owner, string seen)
    {
        var error = Assert.Throws<ResourceException>(
            () => DirectoryTrustProperties.From(Properties([Root], owner)));

        Assert.Contains(
            $"SmartCard.S3Sources[0].BucketOwner is {seen}; it must be", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_that_is_wrong_with_anchors_is_said_at_once()
    {
        var error = Assert.Throws<ResourceException>(
            () => DirectoryTrustProperties.From(Properties(["", null, Thumbprint, "text"], null)));

        Assert.All(
            ["TrustAnchors[0] must", "TrustAnchors[1] must", "TrustAnchors[3] must", "BucketOwner is missing"],
            part => Assert.Contains(part, error.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void More_anchors_than_can_be_meant_are_not_looked_at()
    {
        var error = Assert.Throws<ResourceException>(
            () => DirectoryTrustProperties.From(Properties([.. Enumerable.Repeat("text", 21)], "444455556666")));

        Assert.Contains("TrustAnchors has 21 entries; at most 20", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("TrustAnchors[0]", error.Message, StringComparison.Ordinal);
    }

    private static ResourceProperties Properties(string?[] anchors, string? owner) => new(new Dictionary<string, string>
    {
        ["DirectoryId"] = "d-0123456789",
        ["StateBucketName"] = "state-bucket",
        ["SmartCard"] = new JsonObject
        {
            ["S3Sources"] = new JsonArray(new JsonObject
            {
                ["BucketName"] = "example-pki", ["Prefix"] = "cas/", ["BucketOwner"] = owner,
            }),
            ["TrustAnchors"] = new JsonArray([.. anchors.Select(anchor => (JsonNode?)anchor)]),
        }.ToJsonString(),
    });
}
