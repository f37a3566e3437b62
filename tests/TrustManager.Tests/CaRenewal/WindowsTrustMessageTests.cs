namespace Infra.TrustManager.Tests.CaRenewal;

public sealed class WindowsTrustMessageTests
{
    [Theory]
    [InlineData(false, "RootCA")]
    [InlineData(true, "SubCA")]
    public async Task The_lines_to_type_are_exact(bool subordinate, string store)
    {
        using var account = new RenewalAccount(subordinate, daysLeft: 366);
        await account.RunAsync();

        await account.RunDaysAsync(2);

        var lines = Assert.Single(account.Topic.Told).Text.Split('\n');
        var first = Array.IndexOf(lines, $"curl.exe -o ca.cer http://crl.corp.example.mil/aia/{Some.Ca.CaId}.cer");
        Assert.Equal(
            [
                "certutil -hashfile ca.cer SHA256",
                $"certutil -dspublish -f ca.cer {store}",
                "certutil -dspublish -f ca.cer NTAuthCA",
            ],
            lines[(first + 1)..(first + 4)]);
        Assert.Contains(lines, line => line.Contains(account.Thumbprint.ToLowerInvariant(), StringComparison.Ordinal));
        Assert.Equal($"dotnet run --project trust -- published {Some.Ca} {account.Thumbprint}", lines[^1]);
    }

    [Fact]
    public async Task Where_another_tool_renews_the_certificate_is_downloaded_from_the_same_URL()
    {
        using var account = new RenewalAccount { Settings = SomeRenewal.WatchSettings };
        await account.RunAsync();
        var now = account.Time.GetUtcNow();
        account.Ca.Certificate = account.Key.SelfSigned(now, now.AddDays(3000));

        await account.RunDaysAsync(1);

        var lines = Assert.Single(account.Topic.Told).Text.Split('\n');
        Assert.Contains($"curl.exe -o ca.cer http://crl.corp.example.mil/aia/{Some.Ca.CaId}.cer", lines);
        Assert.Equal(account.Ca.Certificate.CertificateDer(), account.Published);
    }

    [Fact]
    public async Task No_message_holds_a_certificate()
    {
        using var account = new RenewalAccount(daysLeft: 300);

        await account.RunDaysAsync(2);

        Assert.All(account.Topic.Told, message => Assert.DoesNotContain("BEGIN", message.Text, StringComparison.Ordinal));
        Assert.DoesNotContain("BEGIN", account.Log, StringComparison.Ordinal);
    }
}
