using Infra.CrlResponder.Telemetry;
using Infra.CrlResponder.Tests.Support;

namespace Infra.CrlResponder.Tests.Serving;

/// <summary>S3 slow, throttled or down.</summary>
public sealed class StoreTroubleTests
{
    private readonly Desk _desk = new();

    private async Task ServeThenFail(byte[] crl)
    {
        _desk.Store.Put(Some.CrlKey, crl);
        await _desk.GetAsync();
        _desk.Store.IsDown = true;
        _desk.Wait();
    }

    [Fact]
    public async Task The_copy_in_memory_is_served_until_next_update()
    {
        var crl = Some.Crl();
        await ServeThenFail(crl);

        var answer = await _desk.GetAsync();

        Assert.Equal(200, answer.StatusCode);
        Assert.Equal(crl, answer.Bytes());
        Assert.Equal([CrlResponderMetrics.ServedFromMemoryWhileS3Down], _desk.LastObservation.Warnings);
    }

    [Fact]
    public async Task Past_next_update_the_copy_in_memory_is_worth_nothing()
    {
        await ServeThenFail(Some.Crl());
        _desk.Time.Now = Some.Noon.AddDays(7);

        var answer = await _desk.GetAsync();

        Assert.Equal(503, answer.StatusCode);
        Assert.Equal("5", answer.Header("Retry-After"));
        Assert.Equal("no-store", answer.Header("Cache-Control"));
        Assert.Equal(CrlResponderMetrics.Unavailable, _desk.LastObservation.Outcome);
    }

    [Theory]
    [InlineData(31 * 60)]
    [InlineData(4 * 24 * 3600)]
    [InlineData(400L * 24 * 3600)]
    public async Task A_clock_that_jumps_forward_makes_s3_the_judge_of_what_is_served(long seconds)
    {
        _desk.Store.Put(Some.CrlKey, Some.Crl());
        await _desk.GetAsync();
        _desk.Time.Now += TimeSpan.FromSeconds(seconds);
        var next = Some.Crl(number: 2, thisUpdate: _desk.Time.Now);
        _desk.Store.Put(Some.CrlKey, next);

        var answer = await _desk.GetAsync();

        Assert.Equal(next, answer.Bytes());
        Assert.Equal("public, max-age=3600, must-revalidate, no-transform", answer.Header("Cache-Control"));
        Assert.Empty(_desk.LastObservation.Warnings);
    }

    [Fact]
    public async Task Without_a_copy_in_memory_the_answer_is_503()
    {
        _desk.Store.Put(Some.CrlKey, Some.Crl());
        _desk.Store.IsDown = true;

        var answer = await _desk.GetAsync();

        Assert.Equal(503, answer.StatusCode);
        Assert.Contains("The fake store is down.", _desk.LastObservation.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task S3_is_not_asked_again_at_once_while_the_copy_will_do()
    {
        await ServeThenFail(Some.Crl());
        await _desk.GetAsync();
        var questions = _desk.Store.Questions.Count;

        await _desk.GetAsync();

        Assert.Equal(questions, _desk.Store.Questions.Count);
        Assert.Equal([CrlResponderMetrics.ServedFromMemoryWhileS3Down], _desk.LastObservation.Warnings);
    }

    [Fact]
    public async Task After_a_failure_s3_is_not_asked_about_other_keys_for_five_seconds()
    {
        _desk.Store.Put(Some.CrlKey, Some.Crl());
        _desk.Store.IsDown = true;
        await _desk.GetAsync("/crl/another.crl");
        _desk.Store.IsDown = false;
        var questions = _desk.Store.Questions.Count;

        _desk.Wait(TimeSpan.FromSeconds(4));
        var atOnce = await _desk.GetAsync();
        var (asked, warnings) = (_desk.Store.Questions.Count, _desk.LastObservation.Outcome);
        _desk.Wait(TimeSpan.FromSeconds(1));
        var later = await _desk.GetAsync();

        Assert.Equal((503, 200), (atOnce.StatusCode, later.StatusCode));
        Assert.Equal("5", atOnce.Header("Retry-After"));
        Assert.Equal((questions, CrlResponderMetrics.Unavailable), (asked, warnings));
    }

    [Fact]
    public async Task After_a_failure_a_copy_that_is_due_is_served_without_asking_s3_for_five_seconds()
    {
        var (crl, next) = (Some.Crl(number: 1), Some.Crl(number: 2));
        await ServeThenFail(crl);
        await _desk.GetAsync("/crl/another.crl");
        _desk.Store.IsDown = false;
        _desk.Store.Put(Some.CrlKey, next);
        var questions = _desk.Store.Questions.Count;

        _desk.Wait(TimeSpan.FromSeconds(4));
        var atOnce = await _desk.GetAsync();
        var (asked, warnings) = (_desk.Store.Questions.Count, _desk.LastObservation.Warnings);
        _desk.Wait(TimeSpan.FromSeconds(1));
        var later = await _desk.GetAsync();

        Assert.Equal(crl, atOnce.Bytes());
        Assert.Equal(questions, asked);
        Assert.Equal([CrlResponderMetrics.ServedFromMemoryWhileS3Down], warnings);
        Assert.Equal(next, later.Bytes());
    }

    [Fact]
    public async Task An_object_that_s3_refuses_to_send_holds_no_other_back()
    {
        var next = Some.Crl(number: 2);
        _desk.Store.Put(Some.CrlKey, Some.Crl(number: 1));
        await _desk.GetAsync();
        _desk.Store.Put(Some.CrlKey, next);
        _desk.Store.Put("crl/new.crl", next);
        _desk.Store.Put("aia/new.cer", Some.Certificate);
        _desk.Store.RefusedKey = "crl/refused.crl";
        _desk.Wait();

        var refused = await _desk.GetAsync("/crl/refused.crl");

        Assert.Equal(503, refused.StatusCode);
        Assert.Equal(next, (await _desk.GetAsync()).Bytes());
        Assert.Equal(next, (await _desk.GetAsync("/crl/new.crl")).Bytes());
    }

    [Fact]
    public async Task After_a_search_for_earlier_versions_that_failed_s3_is_not_asked_either()
    {
        _desk.Store.Put(Some.CrlKey, [1, 2, 3]);
        _desk.Store.ListIsDown = true;
        await _desk.GetAsync();
        var questions = _desk.Store.Questions.Count;

        var answer = await _desk.GetAsync();

        Assert.Equal(503, answer.StatusCode);
        Assert.Equal(questions, _desk.Store.Questions.Count);
    }

    [Fact]
    public async Task All_is_well_again_when_S3_is_back()
    {
        await ServeThenFail(Some.Crl());
        await _desk.GetAsync();
        _desk.Store.IsDown = false;
        _desk.Wait();

        var answer = await _desk.GetAsync();

        Assert.Equal(200, answer.StatusCode);
        Assert.Empty(_desk.LastObservation.Warnings);
    }

    [Fact]
    public async Task An_object_that_breaks_off_does_not_replace_the_copy_in_memory()
    {
        var crl = Some.Crl(number: 1);
        _desk.Store.Put(Some.CrlKey, crl);
        await _desk.GetAsync();
        _desk.Store.Put(Some.CrlKey, Some.Crl(number: 2));
        _desk.Store.BreaksOff = true;
        _desk.Wait();

        var answer = await _desk.GetAsync();

        Assert.Equal(crl, answer.Bytes());
        Assert.Equal([CrlResponderMetrics.ServedFromMemoryWhileS3Down], _desk.LastObservation.Warnings);
    }
}
