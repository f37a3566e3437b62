using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Infra.Local.Account;
using Infra.Local.CloudFormation;
using Infra.Local.CloudFormation.Assembly;
using Infra.Local.CloudFormation.Resources.Ssm;
using Infra.Local.CloudFormation.Stacks;
using Infra.Local.Faults;
using Infra.Local.Lambda.Asynchronous;
using Infra.Local.Network;
using Resources = Infra.Local.CloudFormation.CustomResources;

namespace Infra.Local.Tests.CloudFormation.CustomResources;

/// <summary>CloudFormation with one function, whose answers travel over real HTTP.</summary>
internal sealed class CustomResourceRig : IAsyncDisposable
{
    public const string Token = "arn:aws-us-gov:lambda:us-gov-west-1:111122223333:function:trust";

    private readonly HttpClient _http = new();
    private LoopbackServer _server = null!;

    private CustomResourceRig()
    {
        var account = new AwsAccount("111122223333", "us-gov-west-1");
        Custom = new Resources.CustomResources(
            Functions, account, Faults, () => new Uri($"http://127.0.0.1:{_server.Port}"), new EventRepeats(default, default));
        Engine = new CloudFormationEngine(
            account, new ResourceTypes([.. Custom.Types, new FragileType()]), new SsmParameters(), Faults, TimeProvider.System);
        Functions.OnEvent = async sent =>
        {
            await AnswerAsync(sent);
            return null;
        };
    }

    public FakeFunctions Functions { get; } = new();

    public FaultPlan Faults { get; } = new();

    public Resources.CustomResources Custom { get; }

    public CloudFormationEngine Engine { get; }

    public static async Task<CustomResourceRig> StartAsync()
    {
        var rig = new CustomResourceRig();
        rig._server = await LoopbackServer.StartAsync(0, http => rig.Custom.Responses.HandleAsync(http));
        return rig;
    }

    public Task<StackResult> DeployAsync(string resources, string outputs = "{}") => Engine.DeployAsync(
        new AssemblyStack("Trust", JsonNode.Parse($$"""{ "Resources": {{resources}}, "Outputs": {{outputs}} }""")!.AsObject()));

    /// <summary>A stack of one custom resource with these further properties.</summary>
    public Task<StackResult> DeployOneAsync(string properties = "", string timeout = "30") => DeployAsync(One(properties, timeout));

    public static string One(string properties = "", string timeout = "30") => $$"""
        {
            "Settings": {
                "Type": "Custom::CaRevocation",
                "Properties": { "ServiceToken": "{{Token}}", "ServiceTimeout": "{{timeout}}" {{(properties.Length == 0 ? "" : ", " + properties)}} }
            }
        }
        """;

    /// <summary>The same, and a resource that fails whenever it says so, made after it.</summary>
    public static string OneBeforeFragile(string properties, bool fails) => $$"""
        {
            "Settings": { "Type": "Custom::CaRevocation", "Properties": { "ServiceToken": "{{Token}}", {{properties}} } },
            "Fragile": { "Type": "Test::Fragile", "DependsOn": "Settings", "Properties": { "Fails": {{(fails ? "true" : "false")}} } }
        }
        """;

    /// <summary>What a well-behaved function would answer, with changes.</summary>
    public static JsonObject Answer(JsonObject sent, Action<JsonObject>? change = null)
    {
        var answer = new JsonObject
        {
            ["Status"] = "SUCCESS",
            ["PhysicalResourceId"] = sent["PhysicalResourceId"]?.ToString() ?? "ca/crl",
            ["StackId"] = sent["StackId"]!.ToString(),
            ["RequestId"] = sent["RequestId"]!.ToString(),
            ["LogicalResourceId"] = sent["LogicalResourceId"]!.ToString(),
        };
        change?.Invoke(answer);
        return answer;
    }

    public Task<HttpStatusCode> AnswerAsync(JsonObject sent, Action<JsonObject>? change = null) =>
        PutAsync(sent, new ByteArrayContent(Encoding.UTF8.GetBytes(Answer(sent, change).ToJsonString())));

    public async Task<HttpStatusCode> PutAsync(JsonObject sent, HttpContent content, bool chunked = false, string tamper = "")
    {
        using var message = new HttpRequestMessage(HttpMethod.Put, sent["ResponseURL"]! + tamper) { Content = content };
        message.Headers.TransferEncodingChunked = chunked;
        using var response = await _http.SendAsync(message);
        return response.StatusCode;
    }

    public void Answering(Action<JsonObject> change) => Functions.OnEvent = async sent =>
    {
        await AnswerAsync(sent, change);
        return null;
    };

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        Engine.Dispose();
        await _server.DisposeAsync();
    }
}
