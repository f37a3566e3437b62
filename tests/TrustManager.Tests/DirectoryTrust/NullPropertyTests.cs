using System.Text.Json.Nodes;
using Infra.TrustManager.CustomResources;
using Infra.TrustManager.DirectoryTrust;

namespace Infra.TrustManager.Tests.DirectoryTrust;

public sealed class NullPropertyTests
{
    [Theory]
    [InlineData("Certificates", "SmartCard.Certificates[1] is null; it must be PEM text of CA certificates")]
    [InlineData("CertificateAuthorityArns", "SmartCard.CertificateAuthorityArns[1] is null; it must be the ARN of a CA")]
    [InlineData("AllowGapFor", "SmartCard.AllowGapFor[1] is null; it must be a thumbprint or a common name")]
    [InlineData("TrustAnchors", "SmartCard.TrustAnchors[1] must be one certificate in PEM")]
    [InlineData("S3Sources", "SmartCard.S3Sources[1].BucketOwner is missing")]
    public void An_entry_that_is_null_is_a_problem_that_names_it(string list, string problem)
    {
        JsonNode entry = list == "S3Sources" ? new JsonObject { ["BucketOwner"] = "444455556666" } : "text";
        var purpose = new JsonObject { [list] = new JsonArray(entry, null) };

        Assert.Contains(problem, ErrorOf(purpose.ToJsonString()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_purpose_that_is_the_text_null_is_not_taken_for_one_that_is_absent()
    {
        Assert.Contains("SmartCard is null; it must be an object", ErrorOf("null"), StringComparison.Ordinal);
    }

    private static string ErrorOf(string smartCard) => Assert.Throws<ResourceException>(() =>
        DirectoryTrustProperties.From(new ResourceProperties(new Dictionary<string, string>
        {
            ["DirectoryId"] = "d-0123456789",
            ["StateBucketName"] = "state-bucket",
            ["SmartCard"] = smartCard,
            ["Ldaps"] = """{"Certificates":["text"]}""",
        }))).Message;
}
