using FsCheck;
using FsCheck.Fluent;
using Infra.CrlResponder.Conditions;

namespace Infra.CrlResponder.Tests.Conditions;

public sealed class HttpDateTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("Sun, 06 Nov 1994 08:49:37 GMT")]
    [InlineData("Sunday, 06-Nov-94 08:49:37 GMT")]
    [InlineData("Sun Nov  6 08:49:37 1994")]
    public void The_three_forms_of_RFC_9110_are_read(string value)
    {
        Assert.Equal(new DateTimeOffset(1994, 11, 6, 8, 49, 37, TimeSpan.Zero), HttpDate.Parse(value, Now));
    }

    [Fact]
    public void A_two_digit_year_more_than_fifty_years_ahead_is_in_the_past()
    {
        Assert.Equal(2076, HttpDate.Parse("Saturday, 21-Nov-76 12:00:00 GMT", Now)?.Year);
        Assert.Equal(1977, HttpDate.Parse("Monday, 21-Nov-77 12:00:00 GMT", Now)?.Year);
    }

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("1994-11-06T08:49:37Z")]
    [InlineData("Mon, 06 Nov 1994 08:49:37 GMT")] // it was a Sunday
    [InlineData("Sun, 06 Nov 1994 08:49:37 +0100")]
    [InlineData("Sun, 06 Nov 1994 25:49:37 GMT")]
    public void Anything_else_is_no_date(string value)
    {
        Assert.Null(HttpDate.Parse(value, Now));
    }

    [Fact]
    public void What_is_written_is_read_back()
    {
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seconds =>
        {
            var instant = DateTimeOffset.FromUnixTimeSeconds(seconds);

            return HttpDate.Parse(HttpDate.Format(instant), Now) == instant;
        }).QuickCheckThrowOnFailure();
    }
}
