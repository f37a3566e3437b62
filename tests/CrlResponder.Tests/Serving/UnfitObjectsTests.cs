using Infra.CrlResponder.Answers;
using Infra.CrlResponder.Telemetry;
using Infra.CrlResponder.Tests.Support;

namespace Infra.CrlResponder.Tests.Serving;

/// <summary>Current objects that do not parse or lead back in time, and what stands in for them.</summary>
public sealed class UnfitObjectsTests
{
    private static readonly byte[] Garbage = "<html>this is no CRL</html>"u8.ToArray();

    private readonly Desk _desk = new();

    [Fact]
    public async Task Without_any_earlier_version_the_answer_is_503()
    {
        _desk.Store.Put(Some.CrlKey, Garbage);

        var answer = await _desk.GetAsync();

        Assert.Equal(503, answer.StatusCode);
        Assert.Equal(CrlResponderMetrics.Unavailable, _desk.LastObservation.Outcome);
        Assert.Equal([CrlResponderMetrics.InvalidObject], _desk.LastObservation.Warnings);
        Assert.Contains(Some.CrlKey, _desk.LastObservation.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_newest_earlier_version_that_parses_stands_in()
    {
        var good = Some.Crl(number: 2);
        _desk.Store.Put(Some.CrlKey, Some.Crl(number: 1));
        _desk.Store.Put(Some.CrlKey, good);
        _desk.Store.Put(Some.CrlKey, [1, 2, 3]);
        _desk.Store.Put(Some.CrlKey, Garbage);

        var answer = await _desk.GetAsync();

        Assert.Equal(200, answer.StatusCode);
        Assert.Equal(good, answer.Bytes());
        Assert.Equal(FakeCrlStore.ETag(good), answer.Header("ETag"));
        Assert.Equal(
            [CrlResponderMetrics.InvalidObject, CrlResponderMetrics.ServedEarlierVersion], _desk.LastObservation.Warnings);
    }

    [Fact]
    public async Task A_certificate_has_stand_ins_too()
    {
        _desk.Store.Put(Some.CertificateKey, Some.Certificate);
        _desk.Store.Put(Some.CertificateKey, Garbage);

        var answer = await _desk.GetAsync("/" + Some.CertificateKey);

        Assert.Equal(Some.Certificate, answer.Bytes());
    }

    [Fact]
    public async Task An_expired_version_does_not_stand_in()
    {
        _desk.Store.Put(Some.CrlKey, Some.Crl(thisUpdate: Some.Noon.AddDays(-8)));
        _desk.Store.Put(Some.CrlKey, Garbage);

        var answer = await _desk.GetAsync();

        Assert.Equal(503, answer.StatusCode);
    }

    [Fact]
    public async Task An_expired_version_does_not_hide_a_valid_one_behind_it()
    {
        var valid = Some.Crl(number: 1, thisUpdate: Some.Noon.AddDays(-9), nextUpdate: Some.Noon.AddDays(1));
        _desk.Store.Put(Some.CrlKey, valid);
        _desk.Store.Put(Some.CrlKey, Some.Crl(number: 2, thisUpdate: Some.Noon.AddDays(-8)));
        _desk.Store.Put(Some.CrlKey, Garbage);

        var answer = await _desk.GetAsync();

        Assert.Equal(valid, answer.Bytes());
    }

    [Fact]
    public async Task A_stand_in_that_expires_is_served_no_longer()
    {
        _desk.Store.Put(Some.CrlKey, Some.Crl());
        _desk.Store.Put(Some.CrlKey, Garbage);
        await _desk.GetAsync();
        _desk.Wait(TimeSpan.FromDays(7));

        var answer = await _desk.GetAsync();

        Assert.Equal(503, answer.StatusCode);
    }

    [Fact]
    public async Task A_bad_object_is_searched_around_once_as_long_as_it_stays()
    {
        _desk.Store.Put(Some.CrlKey, Some.Crl());
        _desk.Store.Put(Some.CrlKey, Garbage);
        await _desk.GetAsync();
        var questions = _desk.Store.Questions.Count;
        _desk.Wait();

        var answer = await _desk.GetAsync();

        Assert.Equal(200, answer.StatusCode);
        Assert.Equal([$"get {Some.CrlKey} unless {FakeCrlStore.ETag(Garbage)}"], _desk.Store.Questions[questions..]);
    }

    [Fact]
    public async Task A_bad_object_without_stand_in_is_not_fetched_again_either()
    {
        _desk.Store.Put(Some.CrlKey, Garbage);
        await _desk.GetAsync();
        var questions = _desk.Store.Questions.Count;

        await _desk.GetAsync();
        _desk.Wait();
        var answer = await _desk.GetAsync();

        Assert.Equal(503, answer.StatusCode);
        Assert.Equal([$"get {Some.CrlKey} unless {FakeCrlStore.ETag(Garbage)}"], _desk.Store.Questions[questions..]);
    }

    [Fact]
    public async Task A_repaired_object_is_served_after_the_revalidation_time()
    {
        _desk.Store.Put(Some.CrlKey, Garbage);
        await _desk.GetAsync();
        var repaired = Some.Crl();
        _desk.Store.Put(Some.CrlKey, repaired);
        _desk.Wait();

        var answer = await _desk.GetAsync();

        Assert.Equal(repaired, answer.Bytes());
        Assert.Empty(_desk.LastObservation.Warnings);
    }

    [Fact]
    public async Task While_versions_cannot_be_listed_the_copy_in_memory_stands_in_and_the_search_is_repeated()
    {
        var crl = Some.Crl();
        _desk.Store.Put(Some.CrlKey, crl);
        await _desk.GetAsync();
        _desk.Store.Put(Some.CrlKey, Garbage);
        _desk.Store.ListIsDown = true;
        _desk.Wait();

        var answer = await _desk.GetAsync();
        _desk.Wait();
        await _desk.GetAsync();

        Assert.Equal(crl, answer.Bytes());
        Assert.Contains(CrlResponderMetrics.InvalidObject, _desk.LastObservation.Warnings);
        Assert.Equal(2, _desk.Store.Questions.Count(question => question.StartsWith("list", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_crl_older_than_the_one_served_does_not_replace_it()
    {
        var newer = Some.Crl(number: 2);
        _desk.Store.Put(Some.CrlKey, newer);
        await _desk.GetAsync();
        _desk.Store.Put(Some.CrlKey, Some.Crl(number: 1));
        _desk.Wait();

        var answer = await _desk.GetAsync();

        Assert.Equal(newer, answer.Bytes());
        Assert.Equal(
            [CrlResponderMetrics.OlderObject, CrlResponderMetrics.ServedEarlierVersion], _desk.LastObservation.Warnings);
        Assert.DoesNotContain(_desk.Store.Questions, question => question.Contains("version", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_stand_in_is_never_older_than_what_was_served()
    {
        _desk.Store.Put(Some.CrlKey, Some.Crl(number: 1, nextUpdate: Some.Noon.AddYears(1)));
        _desk.Store.Put(Some.CrlKey, Some.Crl(number: 3, nextUpdate: Some.Noon.AddYears(1)));
        var served = await _desk.GetAsync();
        _desk.Store.Put(Some.CrlKey, Some.Crl(number: 2, nextUpdate: Some.Noon.AddYears(1)));
        _desk.Store.Put(Some.CrlKey, Garbage);
        _desk.Wait();

        var answer = await _desk.GetAsync();

        Assert.Equal(served.Bytes(), answer.Bytes());
    }

    [Fact]
    public async Task A_ca_that_was_rebuilt_is_served_once_its_old_list_has_expired()
    {
        _desk.Store.Put(Some.CrlKey, Some.Crl(number: 1000));
        await _desk.GetAsync();
        var rebuilt = Some.Crl(number: 1, nextUpdate: Some.Noon.AddDays(30));
        _desk.Store.Put(Some.CrlKey, rebuilt);
        _desk.Wait();
        await _desk.GetAsync();
        _desk.Wait(TimeSpan.FromDays(7));

        var answer = await _desk.GetAsync();

        Assert.Equal(rebuilt, answer.Bytes());
    }

    [Fact]
    public async Task An_object_whose_answer_does_not_fit_is_503_with_size_and_limit_in_the_log()
    {
        _desk.Store.Put(Some.CrlKey, Some.Crl());
        await _desk.GetAsync();
        _desk.Store.Put(Some.CrlKey, new byte[812_044]);
        _desk.Wait();

        var answer = await _desk.GetAsync();
        _desk.Wait();
        await _desk.GetAsync();

        Assert.Equal(503, answer.StatusCode);
        Assert.Contains("1 MB", answer.Text, StringComparison.Ordinal);
        Assert.Equal([CrlResponderMetrics.TooLarge], _desk.LastObservation.Warnings);
        Assert.Contains("812044 bytes", _desk.LastObservation.Detail, StringComparison.Ordinal);
        Assert.Contains("1000000", _desk.LastObservation.Detail, StringComparison.Ordinal);
        Assert.Contains(Some.CrlKey, _desk.LastObservation.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_limit_counts_every_byte_of_the_answer()
    {
        // What an answer needs beside its body, from one that was served.
        _desk.Store.Put(Some.CrlKey, Some.Crl());
        var envelope = AnswerDocument.EnvelopeBytes(await _desk.GetAsync());
        var largest = (LoadBalancerLimits.MaxAnswerBytes - envelope) / 4 * 3;

        var fits = await StatusOf(new byte[largest]);
        var doesNotFit = await StatusOf(new byte[largest + 1]);

        Assert.Equal(CrlResponderMetrics.InvalidObject, fits);
        Assert.Equal(CrlResponderMetrics.TooLarge, doesNotFit);

        async Task<string> StatusOf(byte[] bytes)
        {
            var desk = new Desk();
            desk.Store.Put(Some.CrlKey, bytes);
            await desk.GetAsync();
            return Assert.Single(desk.LastObservation.Warnings);
        }
    }
}
