using Infra.TrustManager.Retrying;
using Infra.TrustManager.Tests.Fakes;

namespace Infra.TrustManager.Tests.Retrying;

public sealed class PatienceTests
{
    private readonly FakeTime _time = new();

    [Theory]
    [InlineData(ServiceFailure.BucketPermission, 60, 90)]
    [InlineData(ServiceFailure.ConcurrentModification, 90, 120)]
    [InlineData(ServiceFailure.InProgress, 150, 180)]
    [InlineData(ServiceFailure.Throttled, 90, 120)]
    [InlineData(ServiceFailure.Unavailable, 90, 120)]
    public async Task A_passing_failure_is_waited_out_for_a_bounded_time(ServiceFailure failure, int least, int most)
    {
        var started = _time.GetUtcNow();

        await Assert.ThrowsAsync<ServiceException>(() => AlwaysAsync(failure));

        Assert.InRange((_time.GetUtcNow() - started).TotalSeconds, least, most);
    }

    [Theory]
    [InlineData(ServiceFailure.NotFound)]
    [InlineData(ServiceFailure.Denied)]
    [InlineData(ServiceFailure.InvalidState)]
    [InlineData(ServiceFailure.Rejected)]
    public async Task A_lasting_failure_is_not(ServiceFailure failure)
    {
        var started = _time.GetUtcNow();

        await Assert.ThrowsAsync<ServiceException>(() => AlwaysAsync(failure));

        Assert.Equal(started, _time.GetUtcNow());
    }

    [Fact]
    public async Task A_deadline_ends_the_wait()
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(10), _time);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => AlwaysAsync(ServiceFailure.InProgress, deadline.Token));

        Assert.InRange(_time.GetUtcNow().Second, 10, 15);
    }

    private Task AlwaysAsync(ServiceFailure failure, CancellationToken cancellationToken = default) =>
        new Patience(_time).DoAsync(_ => Task.FromException(new ServiceException(failure, "It failed.")), cancellationToken);
}
