using Infra.Local.Presumed;
using Infra.Local.Synthesis;

namespace Infra.Local.Tests.Presumed;

public sealed class PresumptionTests
{
    private const string Arn = "arn:aws:acm-pca:us-east-1:111122223333:certificate-authority/0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9";

    private const string Own = "arn:aws:acm-pca:us-east-1:111122223333:certificate-authority/";

    [Fact]
    public void An_environment_that_names_nothing_of_others_presumes_nothing()
    {
        var presumption = Of("local");

        Assert.Equal((0, 0), (presumption.Folders.Count, presumption.AuthorityArns.Count));
        Assert.Null(presumption.AdoptedArn);
    }

    [Theory]
    [InlineData("local-existing", Arn, "example-earlier-crls", 0, 0)]
    [InlineData("local-anchors", Arn, null, 1, 0)]
    [InlineData("local-rotation", null, null, 3, 0)]
    [InlineData("local-subordinate", null, null, 0, 1)]
    public void What_is_named_is_presumed(string environment, string? adopted, string? bucket, int folders, int authorities)
    {
        var presumption = Of(environment);

        Assert.Equal((adopted, bucket), (presumption.AdoptedArn, presumption.EarlierBucket));
        Assert.Equal((folders, authorities), (presumption.Folders.Count, presumption.AuthorityArns.Count));
        Assert.Empty(presumption.Problems(Own));
    }

    [Fact]
    public void Everything_that_cannot_be_made_is_named_at_once()
    {
        var presumption = Of("local-anchors");
        presumption = presumption with
        {
            AdoptedArn = Arn.Replace("111122223333", "444455556666", StringComparison.Ordinal),
            Folders = [presumption.Folders[0] with { AnchorFiles = [] }],
        };

        var problems = presumption.Problems(Own);

        Assert.Equal(2, problems.Count);
        Assert.Contains("444455556666", problems[0], StringComparison.Ordinal);
        Assert.Contains("s3://example-agency-pki/smart-card/", problems[1], StringComparison.Ordinal);
    }

    private static Presumption Of(string environment) =>
        Presumption.Of(Path.Combine(Repository.Find().Root, "environments", $"{environment}.json"));
}
