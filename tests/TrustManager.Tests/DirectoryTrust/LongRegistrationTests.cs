using Infra.TrustManager.Tests.Trust;

namespace Infra.TrustManager.Tests.DirectoryTrust;

public sealed class LongRegistrationTests
{
    [Fact]
    public async Task A_registration_that_outlives_an_invocation_is_finished_by_the_next()
    {
        using var account = new TrustAccount(() => TimeSpan.FromMinutes(20));

        var answer = await account.CreateAsync(SomeTrust.SmartCard(null, SomeTrust.Ca("Root")));

        Assert.True(answer.Succeeded, answer.Reason);
        Assert.Single(account.Directory.Entries);
        Assert.Equal(1, account.Calls.Names.Count(name => name == "RegisterCertificate"));
    }

    [Fact]
    public async Task A_registration_that_outlives_all_invocations_is_answered()
    {
        using var account = new TrustAccount(() => TimeSpan.FromMinutes(50));

        var answer = await account.CreateAsync(SomeTrust.SmartCard(null, SomeTrust.Ca("Root")));

        Assert.False(answer.Succeeded);
        Assert.Contains("out of time", answer.Reason, StringComparison.Ordinal);
        Assert.Null(account.Memory.Memory!.Lease);
    }
}
