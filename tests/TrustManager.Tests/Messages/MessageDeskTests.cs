using System.Text;
using Infra.TrustManager.Memory;
using Infra.TrustManager.Messages;
using Infra.TrustManager.Telemetry;
using Infra.TrustManager.Tests.Fakes;

namespace Infra.TrustManager.Tests.Messages;

public sealed class MessageDeskTests
{
    private static readonly Message A = new("a", "A", "About a.");
    private static readonly Message B = new("b", "B", "About b.");

    private readonly FakeTime _time = new();
    private readonly AwsCalls _calls;
    private readonly FakeMessages _messages;

    public MessageDeskTests()
    {
        _calls = new AwsCalls(_time);
        _messages = new FakeMessages(_calls);
    }

    [Fact]
    public async Task Only_news_are_told_and_what_is_over_is_forgotten()
    {
        var sent = await SendAsync([Earlier("a"), Earlier("c")], [A, B]);

        Assert.Equal([B], _messages.Told);
        Assert.Equal(["a", "b"], sent.Select(one => one.Key));
    }

    [Fact]
    public async Task What_could_not_be_looked_at_is_not_over()
    {
        var sent = await SendAsync([Earlier("a"), Earlier("c")], [], isJudged: key => key == "c");

        Assert.Equal(["a"], sent.Select(one => one.Key));
    }

    [Fact]
    public async Task What_cannot_be_sent_is_not_remembered_and_keeps_nothing_else_from_being_sent()
    {
        _calls.Plan(0, CallFault.ServerError, times: 1);

        var sent = await SendAsync([], [A, B]);

        Assert.Equal([B], _messages.Told);
        Assert.Equal(["b"], sent.Select(one => one.Key));
    }

    private static SentMessage Earlier(string key) => new(key, DateTimeOffset.UnixEpoch);

    private async Task<IReadOnlyList<SentMessage>> SendAsync(
        IReadOnlyList<SentMessage> sent, IReadOnlyList<Message> current, Func<string, bool>? isJudged = null)
    {
        using var output = new MemoryStream();
        var log = new EventLog(output, _time).For(new FakeContext(_time, TimeSpan.FromMinutes(1)));
        var round = await new MessageDesk(_messages).SendAsync(
            sent, current, isJudged ?? (_ => true), _time.GetUtcNow(), log, CancellationToken.None);
        Assert.Equal(round.Lost.Count > 0, Encoding.UTF8.GetString(output.ToArray()).Contains("Failed", StringComparison.Ordinal));
        return round.After(sent);
    }
}
