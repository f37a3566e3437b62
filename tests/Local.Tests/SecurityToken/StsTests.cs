using System.Net;
using System.Net.Http.Headers;
using System.Xml.Linq;
using Infra.Local.CloudFormation.Stacks;
using Infra.Local.Hosting;
using Stacks = Infra.Local.Tests.CloudFormation.Some;

namespace Infra.Local.Tests.SecurityToken;

public sealed class StsTests : IAsyncLifetime, IDisposable
{
    private const string Account = "111122223333";

    private static readonly XNamespace Sts = "https://sts.amazonaws.com/doc/2011-06-15/";

    private readonly HttpClient _http = new();
    private LocalAws _aws = null!;

    private string OperatorArn => _aws.Account.GlobalArn("iam", "role/people/Operators");

    public async Task InitializeAsync()
    {
        _aws = await LocalAws.StartAsync(S3.Some.Account, port: 0);
        _http.BaseAddress = _aws.Endpoint;
    }

    public void Dispose() => _http.Dispose();

    public async Task DisposeAsync() => await _aws.DisposeAsync();

    [Fact]
    public async Task The_administrator_is_the_root_of_the_account()
    {
        var identity = await AskAsync("AKIAADMIN", "Action=GetCallerIdentity&Version=2011-06-15");

        Assert.Equal(_aws.Account.GlobalArn("iam", "root"), identity.Value("Arn"));
        Assert.Equal((Account, Account), (identity.Value("Account"), identity.Value("UserId")));
    }

    [Fact]
    public async Task An_assumed_role_is_named_with_its_session()
    {
        await DeployOperatorsAsync();
        var assumed = await AskAsync("AKIAADMIN", Assume("alice"));

        var identity = await AskAsync(
            assumed.Value("AccessKeyId"), "Action=GetCallerIdentity&Version=2011-06-15");

        Assert.Equal(_aws.Account.GlobalArn("sts", "assumed-role/Operators/alice"), identity.Value("Arn"));
        Assert.Equal(identity.Value("Arn"), assumed.Element(Sts + "AssumedRoleUser")!.Element(Sts + "Arn")!.Value);
        Assert.Matches("^AROA[A-Z2-7]{17}:alice$", identity.Value("UserId"));
    }

    [Fact]
    public async Task A_session_has_the_permissions_of_its_role_only()
    {
        await DeployOperatorsAsync();
        var assumed = await AskAsync("AKIAADMIN", Assume("alice"));

        var refused = await Assert.ThrowsAsync<HttpRequestException>(
            () => AskAsync(assumed.Value("AccessKeyId"), Assume("bob")));

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Contains("is not authorized to perform: sts:AssumeRole", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A", "role/people/Operators", "roleSessionName")]
    [InlineData("alice", "role/people/Unknown", "is not authorized to perform: sts:AssumeRole")]
    public async Task A_role_that_cannot_be_assumed_is_refused(string session, string role, string problem)
    {
        await DeployOperatorsAsync();

        var refused = await Assert.ThrowsAsync<HttpRequestException>(
            () => AskAsync("AKIAADMIN", Assume(session, _aws.Account.GlobalArn("iam", role))));

        Assert.Contains(problem, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pre_signed_url_is_answered_as_a_form_is()
    {
        var credential = Uri.EscapeDataString($"AKIAADMIN/20261121/{_aws.Account.Region}/sts/aws4_request");

        var answer = XElement.Parse(await _http.GetStringAsync(
            $"/?Action=GetCallerIdentity&Version=2011-06-15&X-Amz-Credential={credential}&X-Amz-Signature=00"));

        Assert.Equal(Sts + "GetCallerIdentityResponse", answer.Name);
        Assert.Equal(_aws.Account.GlobalArn("iam", "root"), answer.Elements().First().Value("Arn"));
    }

    [Fact]
    public async Task An_operation_that_is_not_emulated_is_named()
    {
        var refused = await Assert.ThrowsAsync<HttpRequestException>(
            () => AskAsync("AKIAADMIN", "Action=GetSessionToken&Version=2011-06-15"));

        Assert.Contains("no operation 'GetSessionToken'", refused.Message, StringComparison.Ordinal);
    }

    private string Assume(string session, string? roleArn = null) =>
        "Action=AssumeRole&Version=2011-06-15"
        + $"&RoleArn={Uri.EscapeDataString(roleArn ?? OperatorArn)}&RoleSessionName={session}";

    private async Task DeployOperatorsAsync()
    {
        var result = await _aws.CloudFormation.DeployAsync(Stacks.Stack($$"""
            {
              "R": { "Type": "AWS::IAM::Role", "Properties": {
                "RoleName": "Operators", "Path": "/people/",
                "AssumeRolePolicyDocument": { "Version": "2012-10-17", "Statement": [
                  { "Effect": "Allow", "Action": "sts:AssumeRole",
                    "Principal": { "AWS": "{{_aws.Account.GlobalArn("iam", "root")}}" } }] } } }
            }
            """));
        Assert.Equal(StackOutcome.Created, result.Outcome);
    }

    /// <summary>The result element of one call with a form in its body.</summary>
    private async Task<XElement> AskAsync(string accessKeyId, string form)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, "/")
        {
            Content = new StringContent(form, new MediaTypeHeaderValue("application/x-www-form-urlencoded")),
        };
        message.Headers.Authorization = new AuthenticationHeaderValue(
            "AWS4-HMAC-SHA256",
            $"Credential={accessKeyId}/20261121/{_aws.Account.Region}/sts/aws4_request, SignedHeaders=host, "
            + "Signature=0");
        using var answer = await _http.SendAsync(message);
        var body = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode
            ? XElement.Parse(body).Elements().First()
            : throw new HttpRequestException(body, null, answer.StatusCode);
    }
}

file static class Reading
{
    /// <summary>Text of the one element of that name, whatever it is in.</summary>
    public static string Value(this XElement element, string name) =>
        element.Descendants(element.Name.Namespace + name).First().Value;
}
