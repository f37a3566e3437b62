using FsCheck;
using FsCheck.Fluent;
using Infra.TrustManager.Revocation;

namespace Infra.TrustManager.Tests.Revocation;

public sealed class RevocationPlanTests
{
    private static readonly Gen<CrlSettings> Enabled =
        from days in Gen.Elements<int?>(null, 1, 7, 5000)
        from cname in Gen.Elements(null, "", "a.example", "b.example")
        from bucket in Gen.Elements("bucket-a", "bucket-b")
        from acl in Gen.Elements(null, "PUBLIC_READ", "BUCKET_OWNER_FULL_CONTROL")
        from omit in Gen.Elements<bool?>(null, false, true)
        from type in Gen.Elements(null, "COMPLETE", "PARTITIONED")
        from path in Gen.Elements(null, "", "pki/crl")
        select new CrlSettings
        {
            Enabled = true, ExpirationInDays = days, CustomCname = cname, S3BucketName = bucket, S3ObjectAcl = acl,
            OmitExtension = omit, CrlType = type, CustomPath = path,
        };

    private static readonly Gen<CrlSettings> Crls = Gen.OneOf(Enabled, Gen.Constant(CrlSettings.Disabled));

    private static readonly Arbitrary<(RevocationSettings Current, CrlSettings Desired)> Changes = (
        from current in Crls
        from ocsp in Gen.Elements(null, new OcspSettings(false), Some.Ocsp)
        from desired in Crls
        select (new RevocationSettings(current, ocsp), desired)).ToArbitrary();

    public static TheoryData<string, CrlSettings, CrlSettings, bool> Table => new()
    {
        { "the same", Some.OurCrl, Some.OurCrl, false },
        { "off and off", CrlSettings.Disabled, CrlSettings.Disabled, false },
        { "on", CrlSettings.Disabled, Some.OurCrl, true },
        { "off", Some.OurCrl, CrlSettings.Disabled, true },
        { "a default spelled out", Some.OurCrl with { CrlType = null, OmitExtension = false, CustomPath = "" }, Some.OurCrl, false },
        { "another name", Some.OurCrl with { CustomCname = "x.example" }, Some.OurCrl, true },
        { "another bucket", Some.OurCrl with { S3BucketName = "x-bucket" }, Some.OurCrl, true },
        { "another validity", Some.OurCrl with { ExpirationInDays = 8 }, Some.OurCrl, true },
        { "a public list", Some.OurCrl with { S3ObjectAcl = null }, Some.OurCrl, true },
        { "partitions", Some.OurCrl with { CrlType = "PARTITIONED" }, Some.OurCrl, true },
        { "another folder", Some.OurCrl with { CustomPath = "pki" }, Some.OurCrl, true },
        { "no extension", Some.OurCrl with { OmitExtension = true }, Some.OurCrl, true },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void A_difference_that_means_something_is_one_step(string difference, CrlSettings current, CrlSettings desired, bool changes)
    {
        var steps = RevocationPlan.Between(new RevocationSettings(current, Some.Ocsp), desired);

        Assert.True(changes == (steps.Count == 1), difference);
        Assert.All(steps, step => Assert.Equal(new RevocationSettings(desired, Some.Ocsp), step.After));
    }

    [Fact]
    public void After_the_steps_the_settings_are_as_desired_and_a_second_plan_is_empty() =>
        Prop.ForAll(Changes, change =>
        {
            var (current, desired) = change;
            var after = RevocationPlan.Between(current, desired).Aggregate(current, (_, step) => step.After);

            return after.Crl.IsSameAs(desired) && RevocationPlan.Between(after, desired).Count == 0;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Ocsp_settings_are_sent_as_they_were_read() =>
        Prop.ForAll(Changes, change =>
            RevocationPlan.Between(change.Current, change.Desired).All(step => step.After.Ocsp == change.Current.Ocsp))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Switching_off_sends_nothing_but_that()
    {
        var unclean = Some.OurCrl with { Enabled = false };

        var step = Assert.Single(RevocationPlan.Between(new RevocationSettings(Some.OurCrl, null), unclean));

        Assert.Equal(CrlSettings.Disabled, step.After.Crl);
    }
}
