using System.Net.Http.Headers;
using System.Xml.Linq;
using Infra.Local.Clock;
using Infra.Local.CloudFormation;
using Infra.Local.CloudFormation.Resources.Ssm;
using Infra.Local.CloudFormation.Stacks;
using Infra.Local.Endpoint;
using Infra.Local.Faults;
using Infra.Local.Iam;
using Infra.Local.Iam.Resources;
using Infra.Local.Iam.Roles;
using Infra.Local.Notifications;
using Infra.Local.Notifications.Api;
using Infra.Local.Notifications.Resources;
using Infra.Local.Tests.S3;
using Stacks = Infra.Local.Tests.CloudFormation.Some;

namespace Infra.Local.Tests.Notifications;

/// <summary>SNS on a port of its own, with the policies of real templates on it.</summary>
internal sealed class NotificationFixture : IAsyncDisposable
{
    public const string TopicArn = "arn:aws-us-gov:sns:us-gov-west-1:111122223333:trust";

    private const string RoleArn = "arn:aws-us-gov:iam::111122223333:role/publisher";

    private static readonly XNamespace Sns = "http://sns.amazonaws.com/doc/2010-03-31/";

    private readonly CloudFormationEngine _engine;
    private TestEndpoint _endpoint = null!;
    private HttpClient _http = null!;

    private NotificationFixture()
    {
        var identities = new IdentityStore(Some.Account, Clock);
        Topics = new Topics(Some.Account, new AccessControl(identities, Some.Account, Clock), Clock);
        _engine = new CloudFormationEngine(
            Some.Account,
            new ResourceTypes(
            [
                new RoleResource(identities, Some.Account), new TopicResource(Topics), new SubscriptionResource(Topics),
                new TopicPolicyResource(Topics),
            ]),
            new SsmParameters(),
            new FaultPlan(),
            Clock);
    }

    public LocalClock Clock { get; } = new();

    public Topics Topics { get; }

    public static async Task<NotificationFixture> StartAsync()
    {
        var fixture = new NotificationFixture();
        fixture._endpoint = await TestEndpoint.StartAsync(
            [new SnsService(fixture.Topics)],
            new Dictionary<string, Principal> { ["AKIAPUBLISHER"] = new Principal.Role(RoleArn, Some.AccountId) });
        fixture._http = new HttpClient { BaseAddress = fixture._endpoint.Url };
        return fixture;
    }

    /// <summary>Makes the stack what these resources say.</summary>
    public Task<StackResult> DeployAsync(string resources) => _engine.DeployAsync(Stacks.Stack(resources));

    /// <summary>The topic, with these properties besides its name.</summary>
    public Task<StackResult> DeployTopicAsync(string properties = "") => DeployAsync(
        $$"""{ "T": { "Type": "AWS::SNS::Topic", "Properties": { "TopicName": "trust" {{properties}} } } }""");

    /// <summary>The topic, and a role that may do <paramref name="action"/> on it.</summary>
    public Task DeployTopicAndRoleAsync(string action) => DeployAsync($$"""
        {
          "T": { "Type": "AWS::SNS::Topic", "Properties": { "TopicName": "trust" } },
          "R": { "Type": "AWS::IAM::Role", "Properties": {
            "RoleName": "publisher",
            "AssumeRolePolicyDocument": { "Version": "2012-10-17", "Statement": [
              { "Effect": "Allow", "Action": "sts:AssumeRole", "Principal": { "Service": "lambda.amazonaws.com" } }] },
            "Policies": [{ "PolicyName": "p", "PolicyDocument": { "Version": "2012-10-17", "Statement": [
              { "Effect": "Allow", "Action": "{{action}}", "Resource": { "Ref": "T" } }] } }] } }
        }
        """);

    /// <summary>One call over HTTP; an error answer becomes the exception that it stands for.</summary>
    /// <returns>The result element.</returns>
    public async Task<XElement> CallAsync(string accessKeyId, params (string Name, string Value)[] parameters)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, "/")
        {
            Content = new FormUrlEncodedContent(parameters.Select(p => KeyValuePair.Create(p.Name, p.Value))),
        };
        message.Headers.Authorization = new AuthenticationHeaderValue(
            "AWS4-HMAC-SHA256",
            $"Credential={accessKeyId}/20261121/{Some.Region}/sns/aws4_request, SignedHeaders=host, Signature=0");
        using var answer = await _http.SendAsync(message);
        var document = XElement.Parse(await answer.Content.ReadAsStringAsync());
        return document.Element(Sns + "Error") is { } error
            ? throw new AwsException(
                error.Element(Sns + "Code")!.Value, error.Element(Sns + "Message")!.Value, (int)answer.StatusCode)
            : document.Elements().First();
    }

    public Task<XElement> PublishAsync(
        string text, string? subject = null, string topicArn = TopicArn, string accessKeyId = "AKIAADMIN") => CallAsync(
        accessKeyId,
        [
            ("Action", "Publish"), ("Version", "2010-03-31"), ("TopicArn", topicArn), ("Message", text),
            .. subject is null ? Array.Empty<(string, string)>() : [("Subject", subject)],
        ]);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _endpoint.DisposeAsync();
        _engine.Dispose();
        Clock.Dispose();
    }
}
