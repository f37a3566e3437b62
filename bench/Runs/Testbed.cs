using Infra.Bench.Contestants;
using Infra.Bench.Documents;
using Infra.Bench.StandIns;
using Infra.Local.Synthesis;

namespace Infra.Bench.Runs;

/// <summary>What all figures of a run share: the contestants, the stand-ins of S3 and the documents in them.</summary>
internal sealed class Testbed : IAsyncDisposable
{
    private Task<DeployedSite>? _deployed;

    /// <summary>A usual CRL: some twenty revoked certificates.</summary>
    private const int SmallBytes = 1200;

    /// <summary>Just below the largest that fits the load balancer's answer.</summary>
    private const int LargeBytes = 700_000;

    public required Repository Repository { get; init; }

    public required Roster Roster { get; init; }

    public required int Rounds { get; init; }

    /// <summary>Tells the person who waits what is being done.</summary>
    public required Action<string> Say { get; init; }

    public required S3StandIn S3 { get; init; }

    /// <summary>The same bucket behind TLS.</summary>
    public required S3StandIn SecureS3 { get; init; }

    public required TrustFiles Trust { get; init; }

    public CrlFactory Crls { get; } = new();

    public required ServedDocument Small { get; init; }

    public required ServedDocument Large { get; init; }

    public static async Task<Testbed> StartAsync(
        Repository repository, Roster roster, int rounds, Action<string> say, CancellationToken cancellationToken)
    {
        var trust = new TrustFiles();
        using var crls = new CrlFactory();
        var testbed = new Testbed
        {
            Repository = repository,
            Roster = roster,
            Rounds = rounds,
            Say = say,
            Trust = trust,
            S3 = await S3StandIn.StartAsync(certificate: null, cancellationToken),
            SecureS3 = await S3StandIn.StartAsync(trust.Certificate, cancellationToken),
            Small = new ServedDocument("crl/small.crl", crls.BuildOfBytes(SmallBytes)),
            Large = new ServedDocument("crl/large.crl", crls.BuildOfBytes(LargeBytes)),
        };
        testbed.Put(testbed.Small);
        testbed.Put(testbed.Large);
        return testbed;
    }

    /// <summary>Our templates on a local AWS; deployed when the first group asks for it.</summary>
    public Task<DeployedSite> DeployedAsync() => _deployed ??= DeployedSite.StartAsync(CancellationToken.None);

    public void Put(ServedDocument document)
    {
        S3.Put(document.Key, document.Bytes);
        SecureS3.Put(document.Key, document.Bytes);
    }

    public async ValueTask DisposeAsync()
    {
        if (_deployed is { IsCompletedSuccessfully: true })
        {
            await (await _deployed).DisposeAsync();
        }

        await S3.DisposeAsync();
        await SecureS3.DisposeAsync();
        Crls.Dispose();
        Trust.Dispose();
    }
}
