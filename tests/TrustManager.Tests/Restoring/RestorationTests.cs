using Infra.TrustManager.CertificateAuthorities;
using Infra.TrustManager.Restoring;
using Infra.TrustManager.Revocation;

namespace Infra.TrustManager.Tests.Restoring;

public sealed class RestorationTests
{
    private const string OtherStack = "arn:aws-us-gov:cloudformation:us-gov-west-1:111122223333:stack/CertificateAuthority-test/7a1b";

    [Fact]
    public void Our_settings_give_way_to_the_earlier_ones() => Assert.Equal(
        new Restoration(Some.EarlierCrl, LetGo: true, null), Of(Some.Point(previous: Some.EarlierCrl), Some.OurCrl));

    [Fact]
    public void Settings_of_an_update_that_was_interrupted_are_ours_too()
    {
        var next = Some.OurCrl with { ExpirationInDays = 30 };

        Assert.Equal(CrlSettings.Disabled, Of(Some.Point() with { Applying = next }, next).PutBack);
    }

    [Fact]
    public void Earlier_settings_that_are_still_in_force_need_nothing() => Assert.Equal(
        new Restoration(null, LetGo: true, null), Of(Some.Point(previous: Some.EarlierCrl), Some.EarlierCrl));

    [Fact]
    public void Another_owner_keeps_settings_record_and_tag()
    {
        var point = Some.Point() with { Owner = new RestorePointOwner("another stack", "Ca") };

        var restoration = Of(point, Some.OurCrl);

        Assert.Equal((null, false), (restoration.PutBack, restoration.LetGo));
        Assert.Contains("another stack", restoration.Says, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_stack_that_holds_the_CA_keeps_it_and_our_record_stays()
    {
        var restoration = Of(Some.Point(), Some.OurCrl, holder: OtherStack);

        Assert.Equal((null, false), (restoration.PutBack, restoration.LetGo));
        Assert.Contains("CertificateAuthority-test (environment test)", restoration.Says, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(CaStatus.Expired)]
    [InlineData(CaStatus.Deleted)]
    public void A_CA_that_takes_no_changes_keeps_its_record(string status)
    {
        var restoration = Of(Some.Point(previous: Some.EarlierCrl), Some.OurCrl, status: status);

        Assert.Equal((null, false), (restoration.PutBack, restoration.LetGo));
        Assert.Contains(status, restoration.Says, StringComparison.Ordinal);
    }

    [Fact]
    public void A_CA_that_takes_no_changes_and_has_its_earlier_settings_needs_no_record() => Assert.Equal(
        new Restoration(null, LetGo: true, null),
        Of(Some.Point(previous: Some.EarlierCrl), Some.EarlierCrl, status: CaStatus.Expired));

    private static Restoration Of(
        RestorePoint? point, CrlSettings current, string? holder = Some.StackId, string status = CaStatus.Active) =>
        Restoration.Of(point, Some.Owner, Some.Authority(current, status), holder, new RestoreTarget(Some.Ca, Some.Bucket, RestoreOnDelete: true));
}
