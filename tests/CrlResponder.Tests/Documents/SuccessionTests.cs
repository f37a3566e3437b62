using System.Security.Cryptography.X509Certificates;
using Infra.CrlResponder.Cache;
using Infra.CrlResponder.Documents;
using Infra.CrlResponder.Tests.Support;

namespace Infra.CrlResponder.Tests.Documents;

public sealed class SuccessionTests
{
    private static DocumentFacts Crl(int? number, int updatedAtHour, string issuer = "A", int validHours = 48) => new()
    {
        Kind = DocumentKind.Crl,
        Issuer = new X500DistinguishedName($"CN={issuer}").RawData,
        CrlNumber = number,
        ValidFrom = Some.Noon.AddHours(updatedAtHour),
        ValidUntil = Some.Noon.AddHours(updatedAtHour + validHours),
    };

    [Fact]
    public void Anything_may_come_first()
    {
        Assert.Null(Succession.ProblemOf(Crl(1, 0), null, Some.Noon));
    }

    [Fact]
    public void A_lower_number_is_a_step_back_whatever_the_time()
    {
        Assert.Equal(ObjectProblemKind.Older, Succession.ProblemOf(Crl(1, 5), Crl(2, 0), Some.Noon));
        Assert.Null(Succession.ProblemOf(Crl(2, 0), Crl(1, 5), Some.Noon));
    }

    [Theory]
    [InlineData(3, 3)]
    [InlineData(null, 3)]
    [InlineData(3, null)]
    [InlineData(null, null)]
    public void Without_different_numbers_the_time_decides(int? candidate, int? served)
    {
        Assert.Equal(ObjectProblemKind.Older, Succession.ProblemOf(Crl(candidate, 0), Crl(served, 1), Some.Noon));
        Assert.Null(Succession.ProblemOf(Crl(candidate, 1), Crl(served, 1), Some.Noon));
        Assert.Null(Succession.ProblemOf(Crl(candidate, 2), Crl(served, 1), Some.Noon));
    }

    [Fact]
    public void A_list_of_another_issuer_does_not_follow_whatever_its_number_and_time()
    {
        Assert.Equal(ObjectProblemKind.WrongIssuer, Succession.ProblemOf(Crl(9, 5, "B"), Crl(2, 0, "A"), Some.Noon));
        Assert.Equal(ObjectProblemKind.WrongIssuer, Succession.ProblemOf(Crl(1, -5, "B"), Crl(2, 0, "A"), Some.Noon));
    }

    [Fact]
    public void A_list_of_another_key_of_the_issuer_does_not_follow_where_both_name_their_key()
    {
        var served = Crl(2, 0) with { KeyIdentifier = new byte[] { 1 } };

        Assert.Equal(
            ObjectProblemKind.WrongIssuer,
            Succession.ProblemOf(Crl(3, 1) with { KeyIdentifier = new byte[] { 2 } }, served, Some.Noon));
        Assert.Null(Succession.ProblemOf(Crl(3, 1) with { KeyIdentifier = new byte[] { 1 } }, served, Some.Noon));
        Assert.Null(Succession.ProblemOf(Crl(3, 1), served, Some.Noon));
    }

    [Fact]
    public void A_verified_list_replaces_one_of_another_issuer_that_is_not()
    {
        var wrong = Crl(9, 0, "B");

        Assert.Null(Succession.ProblemOf(Crl(1, -1) with { IsVerified = true }, wrong, Some.Noon));
        Assert.NotNull(Succession.ProblemOf(wrong, Crl(1, -1) with { IsVerified = true }, Some.Noon));
        Assert.NotNull(Succession.ProblemOf(
            Crl(1, -1) with { IsVerified = true }, wrong with { IsVerified = true }, Some.Noon));
    }

    [Fact]
    public void A_list_from_more_than_a_day_ahead_neither_follows_nor_holds_back()
    {
        Assert.Equal(ObjectProblemKind.NotYetValid, Succession.ProblemOf(Crl(9, 25), Crl(2, 0), Some.Noon));
        Assert.Equal(ObjectProblemKind.NotYetValid, Succession.ProblemOf(Crl(9, 25), null, Some.Noon));
        Assert.Null(Succession.ProblemOf(Crl(9, 23), Crl(2, 0), Some.Noon));
        Assert.Null(Succession.ProblemOf(Crl(2, 0), Crl(9, 25), Some.Noon));
    }

    [Fact]
    public void An_expired_list_holds_back_only_what_is_expired_too()
    {
        var served = Crl(9, 0, validHours: 1);
        var now = Some.Noon.AddHours(10);

        Assert.Null(Succession.ProblemOf(Crl(8, -1, validHours: 48), served, now));
        Assert.Equal(ObjectProblemKind.Older, Succession.ProblemOf(Crl(8, -1, validHours: 2), served, now));
    }

    [Fact]
    public void Certificates_have_no_order()
    {
        var older = Crl(null, 0) with { Kind = DocumentKind.Certificate };
        var newer = Crl(null, 5) with { Kind = DocumentKind.Certificate };

        Assert.Null(Succession.ProblemOf(older, newer, Some.Noon));
    }
}
