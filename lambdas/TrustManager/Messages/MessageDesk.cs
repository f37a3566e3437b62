using Infra.TrustManager.Memory;
using Infra.TrustManager.Retrying;
using Infra.TrustManager.Telemetry;

namespace Infra.TrustManager.Messages;

/// <summary>Tells people what lasts, once for each key.</summary>
public sealed class MessageDesk(IMessages messages)
{
    /// <summary>
    /// Sends what is not among <paramref name="sent"/>. One that cannot be sent is logged; the next run tries again.
    /// </summary>
    /// <param name="current">The trouble that there is.</param>
    /// <param name="isJudged">
    /// Whether <paramref name="current"/> would hold this key if its trouble lasted; what nobody looked at is kept.
    /// </param>
    public async Task<MessageRound> SendAsync(
        IReadOnlyList<SentMessage> sent,
        IReadOnlyList<Message> current,
        Func<string, bool> isJudged,
        DateTimeOffset at,
        RequestLog log,
        CancellationToken cancellationToken)
    {
        List<SentMessage> news = [];
        List<string> lost = [];
        foreach (var message in current.DistinctBy(message => message.Key)
            .Where(message => sent.All(earlier => earlier.Key != message.Key)))
        {
            try
            {
                await messages.SendAsync(message, cancellationToken);
                news.Add(new SentMessage(message.Key, at));
            }
            catch (Exception failure) when (failure is ServiceException or OperationCanceledException)
            {
                lost.Add(message.Key);
                log.Failed($"sending the message '{message.Subject}'", failure);
            }
        }

        string[] over =
        [
            .. sent.Select(earlier => earlier.Key)
                .Where(key => isJudged(key) && current.All(message => message.Key != key)),
        ];
        return new MessageRound(news, over, lost);
    }
}
