using Infra.CrlResponder.Telemetry;
using Infra.CrlResponder.Tests.Support;

namespace Infra.CrlResponder.Tests.Serving;

/// <summary>Keys that S3 does not have, or says nothing about.</summary>
public sealed class MissingObjectsTests
{
    private readonly Desk _desk = new();

    [Fact]
    public async Task A_key_that_is_not_there_gets_404()
    {
        var answer = await _desk.GetAsync();

        Assert.Equal(404, answer.StatusCode);
        Assert.Equal(CrlResponderMetrics.NotFound, _desk.LastObservation.Outcome);
        Assert.Empty(_desk.LastObservation.Warnings);
    }

    [Fact]
    public async Task A_key_that_S3_refuses_gets_404_and_a_metric()
    {
        _desk.Store.Denies = true;

        var answer = await _desk.GetAsync();

        Assert.Equal(404, answer.StatusCode);
        Assert.Equal([CrlResponderMetrics.AccessDenied], _desk.LastObservation.Warnings);
        Assert.NotNull(_desk.LastObservation.Detail);
    }

    [Fact]
    public async Task The_first_crl_of_a_new_ca_is_served_at_once()
    {
        await _desk.GetAsync();
        _desk.Store.Put(Some.CrlKey, Some.Crl());

        var answer = await _desk.GetAsync();

        Assert.Equal(200, answer.StatusCode);
    }

    [Fact]
    public async Task A_crl_that_was_deleted_is_gone()
    {
        _desk.Store.Put(Some.CrlKey, Some.Crl());
        await _desk.GetAsync();
        _desk.Store.Delete(Some.CrlKey);
        _desk.Wait();

        var answer = await _desk.GetAsync();

        Assert.Equal(404, answer.StatusCode);
    }

    [Fact]
    public async Task A_lost_permission_does_not_make_a_served_crl_vanish()
    {
        var crl = Some.Crl();
        _desk.Store.Put(Some.CrlKey, crl);
        await _desk.GetAsync();
        _desk.Store.Denies = true;
        _desk.Wait();

        var answer = await _desk.GetAsync();

        Assert.Equal(200, answer.StatusCode);
        Assert.Equal(crl, answer.Bytes());
        Assert.Equal([CrlResponderMetrics.AccessDenied], _desk.LastObservation.Warnings);
    }

    [Fact]
    public async Task A_lost_permission_is_404_once_the_served_crl_has_expired()
    {
        _desk.Store.Put(Some.CrlKey, Some.Crl());
        await _desk.GetAsync();
        _desk.Store.Denies = true;
        _desk.Wait(TimeSpan.FromDays(7));

        var answer = await _desk.GetAsync();

        Assert.Equal(404, answer.StatusCode);
        Assert.Equal([CrlResponderMetrics.AccessDenied], _desk.LastObservation.Warnings);
    }
}
