using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Infra.TrustManager.CaRenewal.Planning;
using Infra.TrustManager.CertificateAuthorities;

namespace Infra.TrustManager.Tests.CaRenewal;

public sealed class RenewalTermTests
{
    private static readonly DateTimeOffset Now = SomeRenewal.Now;

    [Theory]
    [InlineData(300, 5000, 1826)] // the parent lasts long enough
    [InlineData(300, 1828, 1826)] // as it just does
    [InlineData(300, 1000, 999)] // shortened: a day before the parent
    [InlineData(300, 667, 666)] // a year and a day are gained
    [InlineData(300, 664, null)] // less than a year
    [InlineData(101, 300, null)]
    [InlineData(100, 300, 299)] // with 100 days left, less is enough
    [InlineData(100, 131, 130)] // 30 days
    [InlineData(100, 130, null)]
    [InlineData(50, 40, null)] // the parent ends before
    public void A_successor_ends_before_the_parent_or_is_not_worth_it(int daysLeft, int parentDaysLeft, int? expectedDays)
    {
        var term = RenewalTerm.For(
            Now.AddDays(daysLeft), Now.AddDays(parentDaysLeft), SomeRenewal.SubordinateReissue, Now);

        Assert.Equal(expectedDays, term is null ? null : (int)(term.End - Now).TotalDays);
    }

    [Fact]
    public void A_shortened_validity_is_ordered_as_a_date()
    {
        var term = RenewalTerm.For(Now.AddDays(300), Now.AddDays(1000), SomeRenewal.SubordinateReissue, Now);

        Assert.Equal(ValidityPeriod.Until(Now.AddDays(999)), term!.Validity);
    }

    [Theory]
    [InlineData("2000-01-01")]
    [InlineData("9899-12-31")]
    [InlineData("9999-12-31")]
    public void A_parent_without_an_end_leaves_any_term_that_the_calendar_has(string day)
    {
        var (end, settings) = (
            new DateTimeOffset(9999, 12, 31, 23, 59, 59, TimeSpan.Zero),
            SomeRenewal.SubordinateReissue with { ValidityYears = 50 });
        var now = DateTimeOffset.Parse(day, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

        var term = RenewalTerm.For(now.AddDays(-10), end, settings, now);

        Assert.True(term is null || (term.End > now && term.End < end));
        Assert.Null(RenewalTerm.For(end, end, settings, end));
    }

    [Fact]
    public void A_CA_of_one_year_settles_for_half_of_what_a_renewal_gains()
    {
        var settings = SomeRenewal.SubordinateReissue with { ValidityYears = 1, RenewBeforeDays = 182 };

        Assert.NotNull(RenewalTerm.For(Now.AddDays(182), Now.AddDays(182 + 93), settings, Now));
        Assert.Null(RenewalTerm.For(Now.AddDays(182), Now.AddDays(182 + 90), settings, Now));
    }

    [Fact]
    public void Nothing_is_reissued_twice_in_a_row_and_nothing_reaches_the_end_of_its_parent()
    {
        var cases =
            from years in Gen.Choose(1, 30)
            from before in Gen.Choose(1, (years * 365) - 1)
            from left in Gen.Choose(-100, before)
            from parent in Gen.Choose(-100, 12000)
            from hasParent in Gen.Elements(true, false)
            select (years, before, left, Parent: hasParent ? parent : (int?)null);

        Prop.ForAll(cases.ToArbitrary(), one =>
        {
            var settings = SomeRenewal.SubordinateReissue with { ValidityYears = one.years, RenewBeforeDays = one.before };
            DateTimeOffset? parent = one.Parent is { } days ? Now.AddDays(days) : null;
            if (RenewalTerm.For(Now.AddDays(one.left), parent, settings, Now) is not { } term)
            {
                return parent is not null;
            }

            var isLonger = term.End > Now.AddDays(one.left) && (parent is null || term.End < parent);
            var isDueAgain = Now >= term.End - settings.RenewBefore;
            return isLonger && (!isDueAgain || RenewalTerm.For(term.End, parent, settings, Now) is null);
        }).QuickCheckThrowOnFailure();
    }
}
