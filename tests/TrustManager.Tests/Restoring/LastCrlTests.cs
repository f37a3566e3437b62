using Infra.TrustManager.Restoring;
using Infra.TrustManager.Revocation;

namespace Infra.TrustManager.Tests.Restoring;

public sealed class LastCrlTests
{
    private static readonly DateTimeOffset Now = new(2026, 12, 1, 8, 0, 0, TimeSpan.Zero);

    /// <summary>The settings that end, those that follow, and the day on which sign-in fails at the latest.</summary>
    public static TheoryData<CrlSettings, CrlSettings, string?> Changes => new()
    {
        { Some.OurCrl, CrlSettings.Disabled, "2026-12-08" },
        { Some.OurCrl with { ExpirationInDays = 30 }, Some.EarlierCrl, "2026-12-31" },
        { Some.OurCrl, Some.OurCrl with { S3BucketName = "another" }, null },
        { Some.OurCrl, Some.OurCrl with { CustomPath = "crls" }, "2026-12-08" },
        { CrlSettings.Disabled, Some.EarlierCrl, null },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void The_day_is_the_end_of_the_last_CRL(CrlSettings ending, CrlSettings next, string? day)
    {
        var warning = LastCrl.Warning(Some.Ca, ending, next, Now);

        Assert.Equal(day is not null, warning is not null);
        Assert.Contains(day ?? "", warning ?? "", StringComparison.Ordinal);
    }
}
