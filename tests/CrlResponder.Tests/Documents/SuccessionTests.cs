using Infra.CrlResponder.Documents;
using Infra.CrlResponder.Tests.Support;

namespace Infra.CrlResponder.Tests.Documents;

public sealed class SuccessionTests
{
    private static DocumentFacts Crl(int? number, int updatedAtHour, string issuer = "A", int validHours = 48) => new()
    {
        Kind = DocumentKind.Crl,
        Issuer = System.Text.Encoding.ASCII.GetBytes(issuer),
        CrlNumber = number,
        ValidFrom = Some.Noon.AddHours(updatedAtHour),
        ValidUntil = Some.Noon.AddHours(updatedAtHour + validHours),
    };

    [Fact]
    public void Anything_may_come_first()
    {
        Assert.False(Succession.IsStepBack(Crl(1, 0), null, Some.Noon));
    }

    [Fact]
    public void A_lower_number_is_a_step_back_whatever_the_time()
    {
        Assert.True(Succession.IsStepBack(Crl(1, 5), Crl(2, 0), Some.Noon));
        Assert.False(Succession.IsStepBack(Crl(2, 0), Crl(1, 5), Some.Noon));
    }

    [Theory]
    [InlineData(3, 3)]
    [InlineData(null, 3)]
    [InlineData(3, null)]
    [InlineData(null, null)]
    public void Without_different_numbers_the_time_decides(int? candidate, int? served)
    {
        Assert.True(Succession.IsStepBack(Crl(candidate, 0), Crl(served, 1), Some.Noon));
        Assert.False(Succession.IsStepBack(Crl(candidate, 1), Crl(served, 1), Some.Noon));
        Assert.False(Succession.IsStepBack(Crl(candidate, 2), Crl(served, 1), Some.Noon));
    }

    [Fact]
    public void Numbers_of_different_issuers_are_not_compared()
    {
        Assert.False(Succession.IsStepBack(Crl(1, 5, "B"), Crl(2, 0, "A"), Some.Noon));
    }

    [Fact]
    public void An_expired_list_holds_back_only_what_is_expired_too()
    {
        var served = Crl(9, 0, validHours: 1);
        var now = Some.Noon.AddHours(10);

        Assert.False(Succession.IsStepBack(Crl(8, -1, validHours: 48), served, now));
        Assert.True(Succession.IsStepBack(Crl(8, -1, validHours: 2), served, now));
    }

    [Fact]
    public void Certificates_have_no_order()
    {
        var older = Crl(null, 0) with { Kind = DocumentKind.Certificate };
        var newer = Crl(null, 5) with { Kind = DocumentKind.Certificate };

        Assert.False(Succession.IsStepBack(older, newer, Some.Noon));
    }
}
