using Infra.TrustManager.Restoring;
using Infra.TrustManager.Revocation;

namespace Infra.TrustManager.Tests.Restoring;

public sealed class RestorationTests
{
    [Fact]
    public void Our_settings_give_way_to_the_earlier_ones() =>
        Assert.Equal(
            new Restoration(Some.EarlierCrl, RemovePoint: true, null),
            Restoration.Of(Some.Point(previous: Some.EarlierCrl), Some.Owner, Some.OurCrl, restoreOnDelete: true));

    [Fact]
    public void Settings_of_an_update_that_was_interrupted_are_ours_too()
    {
        var next = Some.OurCrl with { ExpirationInDays = 30 };

        var restoration = Restoration.Of(Some.Point() with { Applying = next }, Some.Owner, next, restoreOnDelete: true);

        Assert.Equal(CrlSettings.Disabled, restoration.PutBack);
    }

    [Fact]
    public void Earlier_settings_that_are_still_in_force_need_nothing() =>
        Assert.Equal(
            new Restoration(null, RemovePoint: true, null),
            Restoration.Of(Some.Point(previous: Some.EarlierCrl), Some.Owner, Some.EarlierCrl, restoreOnDelete: true));

    [Fact]
    public void Another_owner_keeps_settings_and_record()
    {
        var point = Some.Point() with { Owner = new RestorePointOwner("another stack", "Ca") };

        var restoration = Restoration.Of(point, Some.Owner, Some.OurCrl, restoreOnDelete: true);

        Assert.Null(restoration.PutBack);
        Assert.False(restoration.RemovePoint);
        Assert.Contains("another stack", restoration.Says, StringComparison.Ordinal);
    }
}
