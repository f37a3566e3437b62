using Amazon.Runtime;
using Amazon.S3;
using Infra.Local.Events;
using Infra.Local.Iam;
using Infra.Local.S3;
using Infra.Local.S3.Notifications;
using Infra.Local.S3.Store;

namespace Infra.Local.Tests.S3;

/// <summary>S3 on a port of its own, with one bucket, and Amazon's SDK in front of it.</summary>
internal sealed class S3Fixture : IAsyncDisposable
{
    private S3Fixture(BucketSettings settings)
    {
        Store = new ObjectStore(Clock) { Notices = new ObjectNotices(Events, Some.Account) };
        Access = new S3Access(Policies, Some.Account);
        Service = new S3Service(Store, Access, Some.Account);
        Bucket = Store.Create(Some.BucketName, settings);
    }

    public FakeClock Clock { get; } = new();

    public FakeAccessControl Policies { get; } = new();

    public EventBus Events { get; } = new(Some.Account);

    public ObjectStore Store { get; }

    public S3Access Access { get; }

    public Bucket Bucket { get; }

    public AmazonS3Client S3 { get; private set; } = null!;

    public HttpClient Http { get; private set; } = null!;

    private S3Service Service { get; }

    private TestEndpoint Endpoint { get; set; } = null!;

    public static async Task<S3Fixture> StartAsync(
        BucketSettings? settings = null, IReadOnlyDictionary<string, Principal>? principals = null)
    {
        var fixture = new S3Fixture(settings ?? new BucketSettings());
        fixture.Endpoint = await TestEndpoint.StartAsync([fixture.Service], principals);
        fixture.S3 = new AmazonS3Client(
            new BasicAWSCredentials("AKIAADMIN", "secret"),
            new AmazonS3Config
            {
                ServiceURL = fixture.Endpoint.Url.ToString(),
                AuthenticationRegion = Some.Region,
                MaxErrorRetry = 0,
            });
        fixture.Http = new HttpClient { BaseAddress = fixture.Endpoint.Url };
        return fixture;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        S3.Dispose();
        await Endpoint.DisposeAsync();
    }
}
