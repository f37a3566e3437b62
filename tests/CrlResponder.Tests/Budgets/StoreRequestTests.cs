using Infra.CrlResponder.Tests.Support;

namespace Infra.CrlResponder.Tests.Budgets;

/// <summary>What a busy responder asks of S3: once per key and revalidation window, however many clients there are.</summary>
public sealed class StoreRequestTests
{
    [Theory]
    [InlineData(1, 600, 10)]
    [InlineData(6, 100, 10)]
    [InlineData(60, 10, 10)]
    public async Task S3_is_asked_once_in_each_window(int secondsBetween, int requests, int questions)
    {
        var desk = new Desk(Some.Settings with { RevalidateAfter = TimeSpan.FromSeconds(60) });
        desk.Store.Put(Some.CrlKey, Some.Crl());

        for (var i = 0; i < requests; i++)
        {
            await desk.GetAsync();
            desk.Wait(TimeSpan.FromSeconds(secondsBetween));
        }

        // One more for the certificate of the CA, which verifies the list.
        Assert.Equal(questions + 1, desk.Store.Questions.Count);
    }

    [Fact]
    public async Task Requests_that_cannot_be_answered_do_not_reach_s3()
    {
        var desk = new Desk();

        foreach (var path in new[] { "/", "/health", "/favicon.ico", "/crl/../secret.txt", "/other/a.crl", "/crl/a.pem" })
        {
            await desk.GetAsync(path);
        }

        Assert.Empty(desk.Store.Questions);
    }
}
