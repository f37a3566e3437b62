using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Infra.Local.Clock;
using Infra.Local.DirectoryService;
using Infra.Local.Endpoint;
using Infra.Local.Iam;
using Infra.Local.Tests.S3;

namespace Infra.Local.Tests.DirectoryService;

/// <summary>
/// Directory Service on a port of its own, on a movable clock, with an AD Connector and a Managed Microsoft AD.
/// </summary>
internal sealed class DirectoryFixture : IAsyncDisposable
{
    private static readonly Principal.Role Caller =
        new("arn:aws-us-gov:iam::111122223333:role/caller", S3.Some.AccountId);

    private TestEndpoint _endpoint = null!;
    private HttpClient _http = null!;

    private DirectoryFixture(DirectoryServiceOptions? options)
    {
        Directories = new Directories(Clock, options);
        Connector = Directories.Add(Some.Connector);
        Managed = Directories.Add(Some.Managed);
    }

    public LocalClock Clock { get; } = new();

    public FakeAccessControl Policies { get; } = new();

    public Directories Directories { get; }

    public AwsDirectory Connector { get; }

    public AwsDirectory Managed { get; }

    public static async Task<DirectoryFixture> StartAsync(DirectoryServiceOptions? options = null)
    {
        var fixture = new DirectoryFixture(options);
        fixture._endpoint = await TestEndpoint.StartAsync(
            [new DirectoryApi(fixture.Directories, fixture.Policies, S3.Some.Account, fixture.Clock)],
            new Dictionary<string, Principal> { ["AKIACALLER"] = Caller });
        fixture._http = new HttpClient { BaseAddress = fixture._endpoint.Url };
        return fixture;
    }

    /// <summary>
    /// One call over HTTP; an error answer becomes the exception that it stands for, an empty body is null.
    /// </summary>
    public async Task<JsonObject?> CallAsync(string operation, JsonObject request)
    {
        using var answer = await SendAsync(operation, request);
        var body = await answer.Content.ReadAsStringAsync();
        if (answer.StatusCode == HttpStatusCode.OK)
        {
            return body.Length == 0 ? null : JsonNode.Parse(body)!.AsObject();
        }

        var error = JsonNode.Parse(body)!;
        throw new AwsException(error["__type"]!.ToString(), error["Message"]!.ToString(), (int)answer.StatusCode);
    }

    public async Task<HttpResponseMessage> SendAsync(string operation, JsonObject request)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, "/")
        {
            Content = new StringContent(request.ToJsonString(), Encoding.UTF8, "application/x-amz-json-1.1"),
        };
        message.Headers.Add("X-Amz-Target", $"DirectoryService_20150416.{operation}");
        message.Headers.Authorization = new AuthenticationHeaderValue(
            "AWS4-HMAC-SHA256",
            $"Credential=AKIACALLER/20261121/{S3.Some.Region}/ds/aws4_request, SignedHeaders=host, Signature=0");
        return await _http.SendAsync(message);
    }

    /// <summary>The name of the error that a call ends with.</summary>
    public async Task<string> RefusalAsync(string operation, JsonObject request) =>
        (await Assert.ThrowsAsync<AwsException>(() => CallAsync(operation, request))).Code;

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _endpoint.DisposeAsync();
        Clock.Dispose();
    }
}
