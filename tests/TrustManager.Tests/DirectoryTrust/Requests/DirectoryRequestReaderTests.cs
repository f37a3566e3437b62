using System.Text;
using Infra.TrustManager.Directories;
using Infra.TrustManager.DirectoryTrust.Requests;
using Infra.TrustManager.Requests;
using Infra.TrustManager.Settings;

namespace Infra.TrustManager.Tests.DirectoryTrust.Requests;

public sealed class DirectoryRequestReaderTests
{
    private const string Id = "d-0123456789";

    private const string Thumbprint = "0A1B2C3D4E5F60718293A4B5C6D7E8F90A1B2C3D4E5F60718293A4B5C6D7E8F9";

    private static readonly DateTimeOffset Now = new(2026, 11, 21, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_reason_cannot_add_lines_to_a_message() => Assert.Equal(
        "audit\\u000aApproved.",
        Assert.IsType<DirectoryRequest.Hold>(
            Read("""{"request":"hold","reason":"audit\nApproved."}""").Request).Reason);

    [Fact]
    public void A_hold_has_a_reason_and_perhaps_an_end() => Assert.Equal(
        new DirectoryRequest.Hold(Id, "audit", new DateTimeOffset(2027, 1, 31, 0, 0, 0, TimeSpan.Zero)),
        Read("""{"request":"hold","reason":" audit ","until":"2027-01-31"}""").Request);

    [Fact]
    public void A_plan_may_be_asked_for_another_day_and_for_other_properties()
    {
        var read = Read(
            """{"request":"plan","time":"2027-01-01T00:00:00Z","properties":{"DirectoryId":"d-0123456789"}}""").Request;

        var plan = Assert.IsType<DirectoryRequest.Plan>(read);
        Assert.Equal(new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero), plan.At);
        Assert.Equal(Id, plan.Properties!["DirectoryId"]);
    }

    [Theory]
    [InlineData("""{"request":"plan"}""", typeof(DirectoryRequest.Plan))]
    [InlineData("""{"request":"status"}""", typeof(DirectoryRequest.Status))]
    [InlineData("""{"request":"history"}""", typeof(DirectoryRequest.History))]
    [InlineData("""{"request":"approvals"}""", typeof(DirectoryRequest.Approvals))]
    [InlineData("""{"request":"apply"}""", typeof(DirectoryRequest.Apply))]
    [InlineData("""{"request":"release"}""", typeof(DirectoryRequest.Release))]
    public void The_other_requests_need_no_more_than_their_name_and_the_directory(string json, Type kind) =>
        Assert.IsType(kind, Read(json).Request);

    [Theory]
    [InlineData(
        """{"request":"destroy"}""",
        "request is 'destroy'; it must be one of plan, status, history, approvals (DirectoryRead), apply, hold, release")]
    [InlineData("""{"request":7}""", "request is '7'")]
    [InlineData("""{"request":"hold"}""", "reason has 0 characters; it must have 1 to 200")]
    [InlineData("""{"request":"hold","reason":7}""", "reason is 7; it must be a text")]
    [InlineData("""{"request":"hold","reason":"x","until":"soon"}""", "until is 'soon'; it must be a day")]
    [InlineData("""{"request":"hold","reason":"x","until":"2026-11-21"}""", "until is 2026-11-21 00:00:00Z, which is not after")]
    [InlineData("""{"request":"hold","reason":"x","untill":"2027-01-31"}""", "no member 'untill', allowed are request, directoryId, reason, until")]
    [InlineData("""{"request":"history","properties":{}}""", "history has no member 'properties'")]
    [InlineData("""{"request":"apply","time":"2033-01-01"}""", "apply has no member 'time', allowed are request")]
    [InlineData("""{"request":"hold","reason":"x","time":"2033-01-01"}""", "hold has no member 'time'")]
    [InlineData("""{"request":"release","time":"2033-01-01"}""", "release has no member 'time'")]
    [InlineData("""{"request":"history","time":"2033-01-01"}""", "history has no member 'time'")]
    [InlineData("""{"request":"hold","reason":"x","until":"9999-12-31"}""", "from 2000-01-01 to 9899-12-31")]
    [InlineData("""{"request":"approve"}""", "thumbprint is missing; it must be the SHA-256 of the certificate")]
    [InlineData("""{"request":"approve","thumbprint":7}""", "thumbprint is 7; it must be a text")]
    [InlineData("""{"request":"reject","thumbprint":"0A1B2C3D4E5F60718293A4B5C6D7E8F90A1B2C3D"}""", "SHA-1, which has 40")]
    [InlineData("""{"request":"reject","purpose":"LDAPS"}""", "purpose is 'LDAPS'; it must be one of smartCard, ldaps, or be left out")]
    [InlineData("""{"request":"approve","time":"2033-01-01"}""", "approve has no member 'time', allowed are request, directoryId, thumbprint, purpose, identity")]
    [InlineData("""{"request":"approvals","time":"2033-01-01"}""", "approvals has no member 'time'")]
    [InlineData("""{"request":"plan","time":5}""", "time is 5; it must be a text")]
    [InlineData("""{"request":"plan","time":"9999-12-31"}""", "of ISO 8601 from 2000-01-01 to 9899-12-31")]
    [InlineData("""{"request":"status","time":"1999-12-31T23:59:59Z"}""", "of ISO 8601 from 2000-01-01 to 9899-12-31")]
    [InlineData("""{"request":"plan","properties":"x"}""", "properties must be an object")]
    [InlineData("""{"request":"plan","properties":{"DirectoryId":"d-1"}}""", "properties are of directory 'd-1', and the request is about d-0123456789")]
    [InlineData("""{"request":"plan","directoryId":"d-9999999999"}""", "directoryId is 'd-9999999999'; this function serves d-0123456789")]
    [InlineData("""{"request":"apply","directoryId":null}""", "directoryId is missing; this function serves d-0123456789")]
    [InlineData("""{"request":"apply","directoryId":["d-0123456789"]}""", "directoryId is [\"d-0123456789\"]; it must be a text")]
    public void What_cannot_be_read_is_answered_with_what_is_allowed(string json, string said)
    {
        var problem = Read(json).Problem;

        Assert.Contains(said, problem, StringComparison.Ordinal);
        Assert.Contains("Nothing was changed.", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("""
        ,"purpose":null
        """)]
    [InlineData("""
        ,"purpose":"ldaps"
        """, CertificatePurpose.Ldaps)]
    [InlineData("""
        ,"purpose":"smartCard"
        """, CertificatePurpose.SmartCard)]
    public void A_decision_names_a_certificate_and_perhaps_a_purpose(string member, CertificatePurpose? purpose = null)
    {
        Assert.Equal(
            new DirectoryRequest.Approve(Id, Thumbprint, purpose),
            Read($$"""{"request":"approve","thumbprint":"sha256 Fingerprint={{Thumbprint}}"{{member}}}""").Request);
        Assert.Equal(
            new DirectoryRequest.Reject(Id, Thumbprint, purpose),
            Read($$"""{"request":"reject","thumbprint":"{{Thumbprint}}"{{member}}}""").Request);
    }

    [Fact]
    public void All_problems_are_said_at_once()
    {
        var problem = Read("""{"request":"hold","directoryId":"d-1","until":"soon","x":1}""").Problem;

        Assert.All(
            (string[])["directoryId is 'd-1'", "reason has 0", "until is 'soon'", "no member 'x'"],
            part => Assert.Contains(part, problem, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("plan", TrustManagerVariables.DirectoryReconcile, TrustManagerVariables.DirectoryRead)]
    [InlineData("status", TrustManagerVariables.DirectoryReconcile, TrustManagerVariables.DirectoryRead)]
    [InlineData("history", TrustManagerVariables.DirectoryReconcile, TrustManagerVariables.DirectoryRead)]
    [InlineData("approvals", TrustManagerVariables.DirectoryReconcile, TrustManagerVariables.DirectoryRead)]
    [InlineData("approve", TrustManagerVariables.DirectoryRead, TrustManagerVariables.DirectoryReconcile)]
    [InlineData("reject", TrustManagerVariables.DirectoryRead, TrustManagerVariables.DirectoryReconcile)]
    [InlineData("apply", TrustManagerVariables.DirectoryRead, TrustManagerVariables.DirectoryReconcile)]
    [InlineData("hold", TrustManagerVariables.DirectoryRead, TrustManagerVariables.DirectoryReconcile)]
    [InlineData("release", TrustManagerVariables.DirectoryRead, TrustManagerVariables.DirectoryReconcile)]
    public void The_wrong_function_names_the_right_one(string request, string asked, string right)
    {
        var read = DirectoryRequestReader.Read(
            Invocation($$"""{"request":"{{request}}","directoryId":"{{Id}}","reason":"x"}"""),
            new RequestTarget(asked, OperatorRequests.OfDirectory, [Id]),
            Now);

        Assert.Equal(
            $"request is '{request}', which function {right} fulfils, and this is {asked}. Invoke the function whose "
            + $"variable TRUST_MANAGER_FUNCTION is {right}. Nothing was changed.",
            read.Problem);
    }

    /// <summary>Read by the function that fulfils it, about its one directory unless the request names another.</summary>
    private static RequestReading<DirectoryRequest> Read(string json)
    {
        var whole = System.Text.Json.Nodes.JsonNode.Parse(json)!.AsObject();
        whole.TryAdd("directoryId", Id);
        var name = whole["request"]!.ToString();
        var function = OperatorRequests.OfDirectory.Find(name)?.Function ?? TrustManagerVariables.DirectoryRead;
        return DirectoryRequestReader.Read(
            Invocation(whole.ToJsonString()), new RequestTarget(function, OperatorRequests.OfDirectory, [Id]), Now);
    }

    private static Invocation Invocation(string json) => InvocationReader.Read(Encoding.UTF8.GetBytes(json));
}
