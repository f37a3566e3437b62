using Infra.Local.Faults;
using Infra.Local.Lambda;
using Infra.Local.Verification;
using Infra.Local.Verification.Clients;
using Xunit.Abstractions;

namespace Infra.EndToEnd.Tests.Outages;

/// <summary>Clients ask for CRLs while S3 is throttled, stalls and is out: the copies in memory serve.</summary>
/// <remarks>
/// Lambda starts another instance when all are busy, and each has a memory of its own. So one test gives every instance
/// that can be started its copies before S3 fails, and the other begins with one such instance among cold ones.
/// </remarks>
[Collection(nameof(LocalProgram))]
public sealed class OutageTests(DeployedSite deployed, ITestOutputHelper output) : IClassFixture<DeployedSite>
{
    private const int Keys = 4;

    /// <summary>Most instances at a time (<see cref="LambdaHost.DefaultConcurrency"/>): none starts once all have copies.</summary>
    private const int Capacity = 10;

    private readonly Site _site = deployed.Site;

    [Fact]
    public async Task While_every_instance_has_a_copy_no_failure_of_S3_reaches_a_client()
    {
        var lists = new PublishedLists(_site, "warm", Keys);
        using var instances = await StartAsync(lists);
        await Poll.UntilAsync(
            $"{Capacity} instances with copies of all lists",
            async () =>
            {
                await AskAtOnceAsync(lists);
                return instances.CountHolding(lists.Paths) == Capacity;
            },
            CancellationToken.None);
        _site.Aws.Faults.Clear();

        var outcome = await Load.RunAsync(_site, lists, lists.IsOf);

        output.WriteLine($"{outcome}; {instances.Count} instances, {instances.FromMemory} answers from memory");
        Assert.True(outcome.Wrong.Count == 0, outcome.ToString());
        Assert.Equal(Capacity, instances.Count);
        Assert.Empty(instances.FailuresDespiteCopy);
        Assert.True(instances.FromMemory > 0, "S3 was down for the responder");
        Assert.True(outcome.FewestOfAClient > 0, "every client had answers");
    }

    [Fact]
    public async Task An_instance_without_a_copy_asks_clients_to_come_again()
    {
        var lists = new PublishedLists(_site, "cold", Keys);
        using var instances = await StartAsync(lists);
        _site.Aws.Faults.Clear();
        foreach (var path in lists.Paths)
        {
            Assert.True(lists.IsOf(path, await _site.Client.GetAsync(path)), path);
        }

        var outcome = await Load.RunAsync(
            _site, lists, (path, answer) => lists.IsOf(path, answer) || IsComeAgain(answer));

        output.WriteLine($"{outcome}; {instances.Count} instances, {instances.FromMemory} answers from memory");
        Assert.True(outcome.Wrong.Count == 0, outcome.ToString());
        Assert.Empty(instances.FailuresDespiteCopy);
        await Poll.UntilAsync(
            "lists from every instance once S3 is back",
            async () => (await AskAtOnceAsync(lists)).All(one => lists.IsOf(one.Path, one.Answer)),
            CancellationToken.None);
    }

    private static bool IsComeAgain(Answer answer) =>
        answer is { Status: 503 } && answer["retry-after"] == "5" && answer["cache-control"] == "no-store";

    /// <summary>Ends all instances, publishes, and slows S3 down, so that requests at one time meet as many instances.</summary>
    private async Task<ResponderInstances> StartAsync(PublishedLists lists)
    {
        _site.Aws.Faults.Clear();
        await lists.PublishCertificatesAsync();
        await lists.PublishAsync();
        await _site.Aws.Functions.RecycleAsync();
        var slow = new Fault("s3", "GetObject", FaultKind.Slow) { Delay = TimeSpan.FromMilliseconds(300) };
        _site.Aws.Faults.Add(slow);
        return new ResponderInstances(_site.Aws.Functions.Get(_site.Responder).Log);
    }

    /// <summary>Asks for each list as often at one time as there can be instances.</summary>
    private async Task<IReadOnlyList<(string Path, Answer Answer)>> AskAtOnceAsync(PublishedLists lists)
    {
        List<(string, Answer)> answers = [];
        foreach (var path in lists.Paths)
        {
            var together = await Task.WhenAll(Enumerable.Range(0, Capacity).Select(_ => _site.Client.GetAsync(path)));
            answers.AddRange(together.Select(answer => (path, answer)));
        }

        return answers;
    }
}
