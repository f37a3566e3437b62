using Infra.TrustManager.Messages;
using Infra.TrustManager.Retrying;
using Infra.TrustManager.Tests.Fakes;

namespace Infra.TrustManager.Tests.CaRenewal;

/// <summary>What people were told.</summary>
internal sealed class FakeTopic(AwsCalls calls) : IMessages
{
    public List<Message> Told { get; } = [];

    /// <summary>True while the topic takes nothing.</summary>
    public bool Closed { get; set; }

    public Task SendAsync(Message message, CancellationToken cancellationToken) =>
        calls.PassAsync(
            "publish message",
            () =>
            {
                if (Closed)
                {
                    throw new ServiceException(ServiceFailure.Denied, "sns:Publish failed.");
                }

                Told.Add(message);
                return true;
            },
            cancellationToken);
}
