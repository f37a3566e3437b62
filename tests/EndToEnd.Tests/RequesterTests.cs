using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Infra.Local.CloudFormation.Assembly;
using Infra.Local.Commands;
using Infra.Local.Hosting;
using Infra.Local.Reporting;

namespace Infra.EndToEnd.Tests;

/// <summary>The command and the published functions on the local AWS: who asked is in the history.</summary>
[Collection(nameof(LocalProgram))]
public sealed class RequesterTests
{
    private const string Directory = "d-0123456789";

    private const string RoleName = "Operators";

    private static readonly XNamespace Sts = "https://sts.amazonaws.com/doc/2011-06-15/";

    [Fact]
    public async Task The_history_names_the_operator_who_asked()
    {
        var session = new Session(new LocalOptions(Port: 0, Verify: false, Json: true, "local"), new JsonReport());
        var assembly = await session.BuildAsync(CancellationToken.None);
        await using var aws = await session.StartAsync(assembly);
        await session.DeployAsync(aws, assembly, CancellationToken.None);
        await aws.CloudFormation.DeployAsync(Operators(aws));
        var alice = await AssumeAsync(aws, "alice");

        await RunAsync(aws, alice, 0, "hold", Directory, "--reason", "network freeze: Müller & co");
        // The clock of the local AWS moves, and the one of the machine that signs does not.
        await aws.Clock.AdvanceAsync(TimeSpan.FromHours(2), CancellationToken.None);
        await RunAsync(aws, alice, 0, "release", Directory, "--function", Arn(aws).Split(':')[^1]);
        var (_, output, _) = await RunAsync(aws, alice, 0, "--json", "history", Directory);

        var entries = JsonNode.Parse(output)!["entries"]!.AsArray().TakeLast(2).ToArray();
        Assert.Equal(
            ["held until it is released", "released"], entries.Select(entry => (string?)entry!["what"]));
        var arn = aws.Account.GlobalArn("sts", $"assumed-role/{RoleName}/alice");
        Assert.All(entries, entry => Assert.Equal(arn, (string?)entry!["by"]));
        Assert.DoesNotContain("X-Amz-Signature", Log(aws), StringComparison.Ordinal);
    }

    private static async Task<(int, string Output, string)> RunAsync(
        LocalAws aws, Dictionary<string, string> credentials, int expected, params string[] arguments)
    {
        var (exitCode, output, errors) = await CommandProgram.RunAsync(
            new Dictionary<string, string>(credentials)
            {
                ["AWS_ENDPOINT_URL"] = aws.Endpoint.GetLeftPart(UriPartial.Authority),
                ["AWS_REGION"] = aws.Account.Region,
            },
            arguments);
        Assert.True(exitCode == expected, $"{string.Join(' ', arguments)}: {exitCode}\n{output}\n{errors}");
        return (exitCode, output, errors);
    }

    /// <summary>The function that changes the directory.</summary>
    private static string Arn(LocalAws aws) => aws.Functions.All.Single(function =>
        function.Configuration.Environment.GetValueOrDefault("TRUST_MANAGER_FUNCTION") == "DirectoryReconcile"
        && function.Configuration.Environment.GetValueOrDefault("TRUST_DIRECTORY_ID") == Directory).Configuration.Arn;

    private static string Log(LocalAws aws) => string.Join(
        '\n', aws.Functions.Get(Arn(aws)).Log.Lines.Select(line => line.Text));

    /// <summary>A role for people of the account, who may invoke functions.</summary>
    private static AssemblyStack Operators(LocalAws aws) => new(RoleName, JsonNode.Parse($$"""
        {
          "Resources": { "Role": { "Type": "AWS::IAM::Role", "Properties": {
            "RoleName": "{{RoleName}}",
            "AssumeRolePolicyDocument": { "Version": "2012-10-17", "Statement": [
              { "Effect": "Allow", "Action": "sts:AssumeRole",
                "Principal": { "AWS": "{{aws.Account.GlobalArn("iam", "root")}}" } }] },
            "Policies": [{ "PolicyName": "Ask", "PolicyDocument": { "Version": "2012-10-17", "Statement": [
              { "Effect": "Allow", "Action": ["lambda:ListFunctions", "lambda:InvokeFunction"], "Resource": "*" }] } }]
          } } }
        }
        """)!.AsObject());

    private static async Task<Dictionary<string, string>> AssumeAsync(LocalAws aws, string session)
    {
        using var http = new HttpClient { BaseAddress = aws.Endpoint };
        using var message = new HttpRequestMessage(HttpMethod.Post, "/")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["Action"] = "AssumeRole",
                ["Version"] = "2011-06-15",
                ["RoleArn"] = aws.Account.GlobalArn("iam", $"role/{RoleName}"),
                ["RoleSessionName"] = session,
            }),
        };
        message.Headers.Authorization = new AuthenticationHeaderValue(
            "AWS4-HMAC-SHA256",
            $"Credential=AKIAADMIN/20261121/{aws.Account.Region}/sts/aws4_request, SignedHeaders=host, Signature=0");
        using var response = await http.SendAsync(message);
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, body);
        var credentials = XElement.Parse(body).Descendants(Sts + "Credentials").Single();
        return new Dictionary<string, string>
        {
            ["AWS_ACCESS_KEY_ID"] = credentials.Element(Sts + "AccessKeyId")!.Value,
            ["AWS_SECRET_ACCESS_KEY"] = credentials.Element(Sts + "SecretAccessKey")!.Value,
            ["AWS_SESSION_TOKEN"] = credentials.Element(Sts + "SessionToken")!.Value,
        };
    }
}
