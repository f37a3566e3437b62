using Infra.TrustManager.Revocation;

namespace Infra.TrustManager.Tests.Revocation;

public sealed class ChangeDecisionTests
{
    private const string Obstacle = "The CA is EXPIRED.";

    private static readonly CrlSettings Before = Some.OurCrl with { ExpirationInDays = 5 };
    private static readonly CrlSettings Next = Some.OurCrl with { ExpirationInDays = 14 };

    /// <summary>Managed before, the CA's settings, the desired ones, and whether it succeeds without a change.</summary>
    public static TheoryData<bool, CrlSettings?, CrlSettings, bool> Requests => new()
    {
        { true, Some.OurCrl, Some.OurCrl, true },
        { true, Some.OurCrl, Next, false },
        { true, Next, Some.OurCrl, true },
        { true, Some.OurCrl, Before, true },
        { true, null, Some.OurCrl, true },
        { true, null, Next, false },
        { false, Some.OurCrl, Some.OurCrl, false },
        { false, Some.EarlierCrl, Some.OurCrl, false },
    };

    [Theory]
    [MemberData(nameof(Requests))]
    public void What_asks_for_nothing_new_succeeds_and_the_rest_is_refused(
        bool managed, CrlSettings? current, CrlSettings desired, bool succeeds)
    {
        var decision = ChangeDecision.Of(Obstacle, managed, current, desired, Some.Point() with { Replaced = Before });

        Assert.Equal(succeeds, decision.Refusal is null);
        Assert.Equal(succeeds, decision.LeftAlone?.StartsWith(Obstacle, StringComparison.Ordinal) ?? false);
    }

    [Fact]
    public void Without_an_obstacle_the_CA_is_changed() => Assert.Equal(
        new ChangeDecision(null, null), ChangeDecision.Of(null, managed: false, Some.EarlierCrl, Some.OurCrl, point: null));

    [Fact]
    public void A_lost_record_does_not_make_a_rollback_fail() => Assert.Null(
        ChangeDecision.Of(Obstacle, managed: true, Next, Some.OurCrl, point: null).Refusal);
}
