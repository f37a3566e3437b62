using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Infra.Local.Clock;
using Infra.Local.Endpoint;
using Infra.Local.Events;
using Infra.Local.Faults;
using Infra.Local.Iam;
using Infra.Local.Metrics;
using Infra.Local.PrivateCa;
using Infra.Local.S3;
using Infra.Local.S3.Store;
using Infra.Local.Tests.S3;
using Some = Infra.Local.Tests.S3.Some;

namespace Infra.Local.Tests.PrivateCa;

/// <summary>Private CA and S3 on one port, on one movable clock, with a bucket for CRLs.</summary>
internal sealed class PrivateCaFixture : IAsyncDisposable
{
    public static readonly Principal.Role Caller = new("arn:aws-us-gov:iam::111122223333:role/caller", Some.AccountId);

    private readonly S3Service _s3;
    private TestEndpoint _endpoint = null!;
    private HttpClient _http = null!;

    private PrivateCaFixture(PrivateCaOptions? options)
    {
        Store = new ObjectStore(Clock);
        Metrics = new MetricStore(Clock);
        var access = new S3Access(Policies, Some.Account);
        _s3 = new S3Service(Store, access, Some.Account);
        Service = new PrivateCaService(new ServiceObjects(Store, access, Faults), Policies, Some.Account, Clock, (options ?? new PrivateCaOptions()) with
        {
            Events = Events,
            Metrics = Metrics,
        });
        Bucket = Store.Create(Some.BucketName, new BucketSettings());
    }

    public LocalClock Clock { get; } = new();

    public FakeAccessControl Policies { get; } = new();

    public FaultPlan Faults { get; } = new();

    public EventBus Events { get; } = new(Some.Account);

    public MetricStore Metrics { get; }

    public ObjectStore Store { get; }

    public Bucket Bucket { get; }

    public PrivateCaService Service { get; }

    public static async Task<PrivateCaFixture> StartAsync(PrivateCaOptions? options = null)
    {
        var fixture = new PrivateCaFixture(options);
        fixture._endpoint = await TestEndpoint.StartAsync(
            [fixture._s3, fixture.Service], new Dictionary<string, Principal> { ["AKIACALLER"] = Caller });
        fixture._http = new HttpClient { BaseAddress = fixture._endpoint.Url };
        return fixture;
    }

    /// <summary>One call over HTTP; an error answer becomes the exception that it stands for.</summary>
    public async Task<JsonObject> CallAsync(string operation, JsonObject request)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, "/")
        {
            Content = new StringContent(request.ToJsonString(), Encoding.UTF8, "application/x-amz-json-1.1"),
        };
        message.Headers.Add("X-Amz-Target", $"ACMPrivateCA.{operation}");
        message.Headers.Authorization = new AuthenticationHeaderValue(
            "AWS4-HMAC-SHA256", $"Credential=AKIACALLER/20261121/{Some.Region}/acm-pca/aws4_request, SignedHeaders=host, "
                + "Signature=0");
        using var answer = await _http.SendAsync(message);
        var document = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.AsObject();
        return answer.StatusCode == HttpStatusCode.OK
            ? document
            : throw new AwsException(document["__type"]!.ToString(), document["message"]!.ToString(), (int)answer.StatusCode);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _endpoint.DisposeAsync();
        Service.Dispose();
        Clock.Dispose();
    }
}
