using FsCheck;
using FsCheck.Fluent;
using Infra.TrustManager.Memory;
using static Infra.TrustManager.Tests.Trust.SomeTrust;

namespace Infra.TrustManager.Tests.Memory;

public sealed class FutureMomentsTests
{
    [Fact]
    public void Moments_of_the_past_and_now_itself_stay_as_they_are() =>
        Assert.Null(FutureMoments.In([Now, Now.AddDays(-1), DateTimeOffset.MinValue], Now));

    [Fact]
    public void No_moment_is_later_than_now_and_every_order_is_kept() => Prop.ForAll<int[]>(seconds =>
    {
        DateTimeOffset[] moments = [.. seconds.Select(second => Now.AddSeconds(second))];
        var future = FutureMoments.In(moments, Now);

        DateTimeOffset[] corrected = [.. moments.Select(moment => future?.Correct(moment) ?? moment)];

        Assert.All(corrected, moment => Assert.True(moment <= Now));
        for (var one = 0; one < moments.Length; one++)
        {
            for (var other = 0; other < moments.Length; other++)
            {
                var was = moments[one].CompareTo(moments[other]);
                Assert.True(
                    moments[one] == Now || moments[other] == Now || was == corrected[one].CompareTo(corrected[other]));
            }
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_last_moment_there_is_can_be_corrected_too()
    {
        var future = FutureMoments.In([DateTimeOffset.MaxValue], Now)!;

        Assert.Equal(Now.AddTicks(-1), future.Correct(DateTimeOffset.MaxValue));
        Assert.Contains("1 moment of the state", future.Text, StringComparison.Ordinal);
        Assert.Contains("the latest was 9999-12-31 23:59:59Z", future.Text, StringComparison.Ordinal);
    }
}
