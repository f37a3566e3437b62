using Infra.TrustManager.Restoring;
using Infra.TrustManager.Revocation;

namespace Infra.TrustManager.Tests.Restoring;

public sealed class AdoptionTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_first_create_records_what_is_there()
    {
        var point = Adopt(Some.EarlierCrl, existing: null, takesOver: true).PointToSave(Now);

        Assert.Equal(Some.EarlierCrl, point!.Previous.Crl);
        Assert.Equal(Some.OurCrl, point.Applying);
        Assert.Null(point.Applied);
        Assert.Equal(Now, point.RecordedAt);
    }

    [Fact]
    public void A_repeated_create_never_records_our_own_settings()
    {
        var first = Adopt(Some.EarlierCrl, existing: null, takesOver: true).PointToSave(Now);

        var repeated = Adopt(Some.OurCrl, first, takesOver: true).PointToSave(Now);

        Assert.Equal(Some.EarlierCrl, repeated!.Previous.Crl);
        Assert.Equal(Some.OurCrl, repeated.Applied);
        Assert.Null(repeated.Applying);
    }

    [Fact]
    public void A_create_after_someone_else_changed_the_CA_records_what_they_made()
    {
        var point = Adopt(Some.EarlierCrl, Some.Point(), takesOver: true).PointToSave(Now);

        Assert.Equal(Some.EarlierCrl, point!.Previous.Crl);
    }

    [Fact]
    public void An_update_keeps_what_was_there_first_even_after_a_change_from_outside()
    {
        var point = Adopt(Some.OurCrl with { ExpirationInDays = 99 }, Some.Point(previous: Some.EarlierCrl), takesOver: false).PointToSave(Now);

        Assert.Equal(Some.EarlierCrl, point!.Previous.Crl);
        Assert.Equal(Some.OurCrl, point.Applying);
    }

    [Fact]
    public void An_update_whose_record_was_lost_records_nothing()
    {
        var point = Adopt(Some.OurCrl with { ExpirationInDays = 99 }, existing: null, takesOver: false).PointToSave(Now);

        Assert.Null(point);
    }

    [Fact]
    public void Settings_of_an_interrupted_update_are_known_as_ours_while_it_is_rolled_back()
    {
        var next = Some.OurCrl with { ExpirationInDays = 30 };
        var interrupted = Some.Point() with { Applying = next };

        var point = Adopt(next, interrupted, takesOver: false).PointToSave(Now);

        Assert.True(point!.IsOurs(next));
        Assert.True(point.IsOurs(Some.OurCrl));
    }

    [Fact]
    public void A_CA_that_another_resource_keeps_is_known()
    {
        var other = new RestorePointOwner("another stack", "Ca");

        Assert.Equal(other, Adopt(Some.OurCrl, Some.Point() with { Owner = other }, takesOver: true).OtherOwner());
    }

    [Fact]
    public void What_another_resource_left_behind_does_not_count()
    {
        var left = Some.Point() with { Owner = new RestorePointOwner("a stack that is gone", "Ca") };
        var adoption = Adopt(Some.EarlierCrl, left, takesOver: true);

        Assert.Null(adoption.OtherOwner());
        Assert.Equal(Some.EarlierCrl, adoption.PointToSave(Now)!.Previous.Crl);
        Assert.Equal(Some.Owner, adoption.PointToSave(Now)!.Owner);
    }

    private static Adoption Adopt(CrlSettings current, RestorePoint? existing, bool takesOver) => new()
    {
        Owner = Some.Owner,
        Existing = existing,
        Current = new RevocationSettings(current, null),
        Desired = Some.OurCrl,
        TakesOver = takesOver,
    };
}
