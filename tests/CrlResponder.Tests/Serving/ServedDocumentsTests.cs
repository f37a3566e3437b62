using Infra.CrlResponder.Telemetry;
using Infra.CrlResponder.Tests.Support;

namespace Infra.CrlResponder.Tests.Serving;

/// <summary>Answers with a document, from a store that works.</summary>
public sealed class ServedDocumentsTests
{
    private readonly Desk _desk = new();

    [Fact]
    public async Task A_crl_is_served_with_type_validators_and_time_to_keep_it()
    {
        var crl = Some.Crl();
        _desk.Store.Put(Some.CrlKey, crl);

        var answer = await _desk.GetAsync();

        Assert.Equal(200, answer.StatusCode);
        Assert.Equal(crl, answer.Bytes());
        Assert.Equal("application/pkix-crl", answer.Header("Content-Type"));
        Assert.Equal(FakeCrlStore.ETag(crl), answer.Header("ETag"));
        Assert.Equal("Sat, 21 Nov 2026 12:00:00 GMT", answer.Header("Last-Modified"));
        Assert.Equal("public, max-age=3600, must-revalidate, no-transform", answer.Header("Cache-Control"));
        Assert.Equal("nosniff", answer.Header("X-Content-Type-Options"));
        Assert.Equal(CrlResponderMetrics.Served, _desk.LastObservation.Outcome);
        Assert.Empty(_desk.LastObservation.Warnings);
    }

    [Theory]
    [InlineData("cer")]
    [InlineData("crt")]
    public async Task A_ca_certificate_is_served(string extension)
    {
        _desk.Store.Put($"aia/ca.{extension}", Some.Certificate);

        var answer = await _desk.GetAsync($"/aia/ca.{extension}");

        Assert.Equal(200, answer.StatusCode);
        Assert.Equal(Some.Certificate, answer.Bytes());
        Assert.Equal("application/pkix-cert", answer.Header("Content-Type"));
    }

    [Fact]
    public async Task An_encoded_path_names_the_decoded_key()
    {
        _desk.Store.Put("crl/a b.crl", Some.Crl());

        var answer = await _desk.GetAsync("/%63rl/a%20b.crl");

        Assert.Equal(200, answer.StatusCode);
    }

    [Fact]
    public async Task Nothing_is_kept_past_next_update()
    {
        _desk.Store.Put(Some.CrlKey, Some.Crl(nextUpdate: Some.Noon.AddMinutes(10)));

        var answer = await _desk.GetAsync();

        Assert.Equal("public, max-age=600, must-revalidate, no-transform", answer.Header("Cache-Control"));
    }

    [Fact]
    public async Task The_time_to_keep_an_answer_shrinks_as_next_update_comes_nearer()
    {
        _desk.Store.Put(Some.CrlKey, Some.Crl(nextUpdate: Some.Noon.AddSeconds(40)));
        await _desk.GetAsync();
        _desk.Wait(TimeSpan.FromSeconds(30.5));

        var answer = await _desk.GetAsync();

        Assert.Equal("public, max-age=9, must-revalidate, no-transform", answer.Header("Cache-Control"));
    }

    [Fact]
    public async Task An_expired_crl_with_nothing_newer_is_served_for_the_client_to_decide()
    {
        _desk.Store.Put(Some.CrlKey, Some.Crl(nextUpdate: Some.Noon.AddDays(1)));
        _desk.Wait(TimeSpan.FromDays(1));

        var answer = await _desk.GetAsync();

        Assert.Equal(200, answer.StatusCode);
        Assert.Equal("no-cache", answer.Header("Cache-Control"));
        Assert.Equal([CrlResponderMetrics.ServedExpired], _desk.LastObservation.Warnings);
    }

    [Fact]
    public async Task A_crl_that_expires_in_memory_is_still_served_while_S3_confirms_it()
    {
        _desk.Store.Put(Some.CrlKey, Some.Crl(nextUpdate: Some.Noon.AddHours(1)));
        await _desk.GetAsync();
        _desk.Wait(TimeSpan.FromHours(2));

        var answer = await _desk.GetAsync();

        Assert.Equal(200, answer.StatusCode);
        Assert.Equal("no-cache", answer.Header("Cache-Control"));
    }

    [Fact]
    public async Task HEAD_has_the_headers_of_GET_and_no_body()
    {
        _desk.Store.Put(Some.CrlKey, Some.Crl());
        var get = await _desk.GetAsync();

        var head = await _desk.AnswerAsync(Some.Request(method: "HEAD"));

        Assert.Equal(200, head.StatusCode);
        Assert.Equal(get.Headers, head.Headers);
        Assert.True(head.Base64Body.IsEmpty);
        Assert.Equal("", head.Text);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    public async Task A_client_that_has_the_crl_gets_304_with_the_validators(string method)
    {
        var crl = Some.Crl();
        _desk.Store.Put(Some.CrlKey, crl);

        var answer = await _desk.AnswerAsync(
            Some.Request(method: method, headers: ("if-none-match", $"\"other\", W/{FakeCrlStore.ETag(crl)}")));

        Assert.Equal(304, answer.StatusCode);
        Assert.Equal(["ETag", "Last-Modified", "Cache-Control"], answer.Headers.Select(header => header.Key));
        Assert.Equal(FakeCrlStore.ETag(crl), answer.Header("ETag"));
        Assert.True(answer.Base64Body.IsEmpty);
        Assert.Equal(CrlResponderMetrics.NotModified, _desk.LastObservation.Outcome);
    }

    [Fact]
    public async Task A_client_that_has_it_by_date_gets_304()
    {
        _desk.Store.Put(Some.CrlKey, Some.Crl());

        var answer = await _desk.GetAsync(Some.CrlPath, ("If-Modified-Since", "Sat, 21 Nov 2026 12:00:00 GMT"));

        Assert.Equal(304, answer.StatusCode);
    }

    [Fact]
    public async Task A_client_with_an_older_crl_gets_the_new_one()
    {
        _desk.Store.Put(Some.CrlKey, Some.Crl());

        var answer = await _desk.GetAsync(
            Some.CrlPath, ("if-none-match", "\"old\""), ("if-modified-since", "Sat, 21 Nov 2026 13:00:00 GMT"));

        Assert.Equal(200, answer.StatusCode);
    }

    [Fact]
    public async Task S3_is_asked_once_in_the_revalidation_time()
    {
        var crl = Some.Crl();
        _desk.Store.Put(Some.CrlKey, crl);

        await _desk.GetAsync();
        _desk.Wait(TimeSpan.FromSeconds(59));
        await _desk.GetAsync();
        _desk.Wait(TimeSpan.FromSeconds(1));
        await _desk.GetAsync();
        await _desk.GetAsync();

        Assert.Equal(
            [$"get {Some.CrlKey} unless nothing", $"get {Some.CrlKey} unless {FakeCrlStore.ETag(crl)}"], _desk.Store.QuestionsAbout(Some.CrlKey));
    }

    [Fact]
    public async Task Without_a_revalidation_time_S3_is_asked_for_every_request()
    {
        var desk = new Desk(Some.Settings with { RevalidateAfter = TimeSpan.Zero });
        desk.Store.Put(Some.CrlKey, Some.Crl());

        await desk.GetAsync();
        await desk.GetAsync();

        Assert.Equal(2, desk.Store.QuestionsAbout(Some.CrlKey).Count);
    }

    [Fact]
    public async Task A_new_crl_is_served_after_the_revalidation_time()
    {
        _desk.Store.Put(Some.CrlKey, Some.Crl(number: 1));
        await _desk.GetAsync();
        var newer = Some.Crl(number: 2, revoked: 1);
        _desk.Store.Put(Some.CrlKey, newer);
        _desk.Wait();

        var answer = await _desk.GetAsync();

        Assert.Equal(newer, answer.Bytes());
    }
}
