using Infra.TrustManager.Memory;

namespace Infra.TrustManager.Messages;

/// <summary>What is to be remembered after messages were sent.</summary>
/// <param name="News">What people got now.</param>
/// <param name="Over">Keys whose trouble is over: should it come back, it is news.</param>
/// <param name="Lost">Keys of what could not be sent.</param>
public sealed record MessageRound(
    IReadOnlyList<SentMessage> News, IReadOnlyList<string> Over, IReadOnlyList<string> Lost)
{
    public bool IsNothing => News.Count + Over.Count == 0;

    public IReadOnlyList<SentMessage> After(IReadOnlyList<SentMessage> sent) =>
    [
        .. sent.Where(earlier => !Over.Contains(earlier.Key) && News.All(message => message.Key != earlier.Key)),
        .. News,
    ];
}
