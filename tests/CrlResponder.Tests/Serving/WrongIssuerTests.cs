using Infra.CrlResponder.Telemetry;
using Infra.CrlResponder.Tests.Support;

namespace Infra.CrlResponder.Tests.Serving;

/// <summary>Lists of another CA, and lists that nothing vouches for, in the place of the right one.</summary>
public sealed class WrongIssuerTests : IDisposable
{
    private readonly Desk _desk = new();
    private readonly SomeCa _right = new();
    private readonly SomeCa _other = new("Other CA");

    public void Dispose()
    {
        _right.Dispose();
        _other.Dispose();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_list_of_another_ca_never_outranks_the_right_one(bool isWarm)
    {
        var right = _right.Crl(number: 1);
        _desk.Store.Put(Some.CertificateKey, _right.Certificate);
        _desk.Store.Put(Some.CrlKey, right);
        if (isWarm)
        {
            await _desk.GetAsync();
        }

        _desk.Store.Put(Some.CrlKey, _other.Crl(number: 9, thisUpdate: Some.Noon.AddHours(1)));
        _desk.Wait();
        var answer = await _desk.GetAsync();

        Assert.Equal(right, answer.Bytes());
        Assert.Equal(
            [CrlResponderMetrics.WrongIssuer, CrlResponderMetrics.ServedEarlierVersion], _desk.LastObservation.Warnings);
    }

    [Fact]
    public async Task The_right_list_is_served_again_once_it_is_back()
    {
        _desk.Store.Put(Some.CertificateKey, _right.Certificate);
        _desk.Store.Put(Some.CrlKey, _right.Crl(number: 1));
        await _desk.GetAsync();
        _desk.Store.Put(Some.CrlKey, _other.Crl(number: 9));
        _desk.Wait();
        await _desk.GetAsync();
        var back = _right.Crl(number: 2, thisUpdate: Some.Noon.AddMinutes(-1));
        _desk.Store.Put(Some.CrlKey, back);
        _desk.Wait();

        var answer = await _desk.GetAsync();

        Assert.Equal(back, answer.Bytes());
        Assert.Empty(_desk.LastObservation.Warnings);
    }

    [Fact]
    public async Task Without_any_ca_certificate_the_issuer_that_was_served_before_is_the_right_one()
    {
        _desk.Store.Delete(Some.CertificateKey);
        var right = _right.Crl();
        _desk.Store.Put(Some.CrlKey, right);
        await _desk.GetAsync();
        Assert.Equal([CrlResponderMetrics.CrlUnverified], _desk.LastObservation.Warnings);
        _desk.Store.Put(Some.CrlKey, _other.Crl(number: 9));
        _desk.Wait();

        var answer = await _desk.GetAsync();

        Assert.Equal(right, answer.Bytes());
        Assert.Contains(CrlResponderMetrics.WrongIssuer, _desk.LastObservation.Warnings);
    }

    [Fact]
    public async Task A_list_that_was_served_unverified_goes_once_the_certificate_shows_that_it_is_wrong()
    {
        _desk.Store.Delete(Some.CertificateKey);
        var right = _right.Crl();
        _desk.Store.Put(Some.CrlKey, right);
        _desk.Store.Put(Some.CrlKey, _other.Crl(number: 9));
        await _desk.GetAsync();
        _desk.Store.Put(Some.CertificateKey, _right.Certificate);
        _desk.Wait(TimeSpan.FromMinutes(5));

        var answer = await _desk.GetAsync();

        Assert.Equal(right, answer.Bytes());
        Assert.Contains(CrlResponderMetrics.WrongIssuer, _desk.LastObservation.Warnings);
    }

    [Fact]
    public async Task A_list_with_a_signature_of_another_key_is_not_served()
    {
        using var forger = new SomeCa(hasKeyIdentifier: false);
        using var right = new SomeCa(hasKeyIdentifier: false);
        _desk.Store.Put(Some.CertificateKey, right.Certificate);
        _desk.Store.Put(Some.CrlKey, forger.Crl());

        var answer = await _desk.GetAsync();

        Assert.Equal(503, answer.StatusCode);
        Assert.Equal([CrlResponderMetrics.WrongIssuer], _desk.LastObservation.Warnings);
    }

    [Fact]
    public async Task A_list_signed_with_the_key_before_a_renewal_is_verified_by_the_earlier_certificate()
    {
        using var before = new SomeCa();
        _desk.Store.Put(Some.CertificateKey, before.Certificate);
        _desk.Store.Put(Some.CertificateKey, _right.Certificate);
        _desk.Store.Put(Some.CrlKey, before.Crl());

        var answer = await _desk.GetAsync();

        Assert.Equal(200, answer.StatusCode);
        Assert.Empty(_desk.LastObservation.Warnings);
    }

    [Fact]
    public async Task A_list_whose_name_has_no_certificate_of_its_own_is_verified_by_any_of_the_bucket()
    {
        _desk.Store.Put("aia/issuing-ca.crt", _right.Certificate);
        _desk.Store.Put("crl/corp.crl", _right.Crl());
        _desk.Store.Put("crl/corp+.crl", _right.Crl());

        var (list, delta) = (await _desk.GetAsync("/crl/corp.crl"), await _desk.GetAsync("/crl/corp+.crl"));

        Assert.Equal((200, 200), (list.StatusCode, delta.StatusCode));
        Assert.Empty(_desk.LastObservation.Warnings);
    }

    [Fact]
    public async Task While_the_certificates_cannot_be_read_the_list_is_served_unverified()
    {
        var crl = _right.Crl();
        _desk.Store.Put(Some.CrlKey, crl);
        _desk.Store.Delete(Some.CertificateKey);
        _desk.Store.ListIsDown = true;

        var answer = await _desk.GetAsync();

        Assert.Equal(crl, answer.Bytes());
        Assert.Equal([CrlResponderMetrics.CrlUnverified], _desk.LastObservation.Warnings);
        Assert.Contains("was not checked", _desk.LastObservation.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_from_the_far_future_neither_replaces_the_present_one_nor_holds_back_the_next()
    {
        _desk.Store.Put(Some.CertificateKey, _right.Certificate);
        var present = _right.Crl(number: 1);
        _desk.Store.Put(Some.CrlKey, present);
        _desk.Store.Put(Some.CrlKey, _right.Crl(number: 100, thisUpdate: Some.Noon.AddYears(7)));

        var answer = await _desk.GetAsync();
        var warnings = _desk.LastObservation.Warnings;
        var next = _right.Crl(number: 2);
        _desk.Store.Put(Some.CrlKey, next);
        _desk.Wait();

        Assert.Equal(present, answer.Bytes());
        Assert.Equal([CrlResponderMetrics.NotYetValid, CrlResponderMetrics.ServedEarlierVersion], warnings);
        Assert.Equal(next, (await _desk.GetAsync()).Bytes());
    }

    [Fact]
    public async Task Invented_names_leave_nothing_in_memory_and_ask_for_no_list()
    {
        for (var i = 0; i < 50; i++)
        {
            await _desk.GetAsync($"/crl/{i}.crl");
        }

        Assert.DoesNotContain(
            _desk.Store.Questions, question => question.StartsWith("list", StringComparison.Ordinal));
    }
}
