using System.Text;
using System.Text.Json.Nodes;
using Infra.TrustManager.Admission;
using Infra.TrustManager.DirectoryTrust.Reconciling;
using Infra.TrustManager.Requests;

namespace Infra.TrustManager.Tests.DirectoryTrust.Reconciling;

public sealed class ObjectNoticeTests
{
    [Fact]
    public void An_event_of_a_new_object_names_the_object_and_what_it_claims_of_the_writer() => Assert.Equal(
        new ObjectOrigin("team-bucket", "cas/Müller CA+1.pem", "v1", new WriterClaim("111122223333", "2001:db8::7")),
        Find(SomeEvent.OfObject("cas/Müller CA+1.pem", address: "2001:db8::7")));

    [Fact]
    public void An_object_of_a_bucket_without_versions_has_none()
    {
        var said = SomeEvent.OfObject("cas/a.pem");
        said["detail"]!["object"]!.AsObject().Remove("version-id");

        Assert.Null(Find(said)!.VersionId);
    }

    [Theory]
    [InlineData("requester", null, "10.0.0.7")]
    [InlineData("source-ip-address", "111122223333", null)]
    public void A_claim_that_is_missing_or_of_another_type_is_unknown(string name, string? account, string? address)
    {
        JsonNode?[] others = [null, 7, true, new JsonArray("111122223333"), new JsonObject { ["a"] = "b" }, ""];
        Assert.All(others, other =>
        {
            var said = SomeEvent.OfObject("cas/a.pem");
            said["detail"]![name] = other?.DeepClone();

            Assert.Equal(new WriterClaim(account, address), Find(said)!.Claim);
        });
    }

    [Fact]
    public void A_claim_cannot_add_lines_control_a_terminal_or_reorder_a_text() => Assert.Equal(
        new WriterClaim("1\\u000aApproved by AWS.\\u001b[2J", "10.0.0.7\\u202e\\u0000"),
        Find(SomeEvent.OfObject("cas/a.pem", "1\nApproved by AWS.\u001b[2J", "10.0.0.7\u202e\0"))!.Claim);

    [Fact]
    public void A_long_claim_is_cut()
    {
        var claim = Find(SomeEvent.OfObject("cas/a.pem", new string('1', 10 * 1024), new string('\u0001', 10 * 1024)))!.Claim!;

        Assert.Equal(new string('1', 128) + "...", claim.Account);
        Assert.Equal(string.Concat(Enumerable.Repeat("\\u0001", 128)) + "...", claim.Address);
    }

    public static TheoryData<string> Unusable =>
    [
        """{"source":"aws.events","detail-type":"Scheduled Event"}""",
        """{"source":"aws.s3","detail-type":"Object Created"}""",
        """{"source":"aws.s3","detail-type":"Object Created","detail":null}""",
        """{"source":"aws.s3","detail-type":"Object Created","detail":["requester"]}""",
        """{"source":"aws.s3","detail-type":"Object Created","detail":{"requester":"1","object":{"key":"k"}}}""",
        """{"source":"aws.s3","detail-type":"Object Created","detail":{"requester":"1","bucket":"b","object":{"key":"k"}}}""",
        """{"source":"aws.s3","detail-type":"Object Created","detail":{"requester":"1","bucket":{"name":"b"},"object":"k"}}""",
        """{"source":"aws.s3","detail-type":"Object Created","detail":{"requester":"1","bucket":{"name":"b"},"object":{"key":7}}}""",
        """{"source":"aws.s3","detail-type":"Object Created","detail":{"bucket":{"name":"b"},"object":{"key":"k"}}}""",
        """{"source":"aws.s3","detail-type":"Object Deleted","detail":{"requester":"1","bucket":{"name":"b"},"object":{"key":"k"}}}""",
        """{"source":"mine","detail-type":"Object Created","detail":{"requester":"1","bucket":{"name":"b"},"object":{"key":"k"}}}""",
    ];

    [Theory]
    [MemberData(nameof(Unusable))]
    public void An_event_of_another_form_claims_nothing(string json) => Assert.Null(Find(JsonNode.Parse(json)!));

    private static ObjectOrigin? Find(JsonNode said) => ObjectNotice.Find(
        Assert.IsType<Invocation.EventBridge>(InvocationReader.Read(Encoding.UTF8.GetBytes(said.ToJsonString()))));
}
