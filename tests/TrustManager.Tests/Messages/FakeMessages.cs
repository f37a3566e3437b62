using Infra.TrustManager.Messages;
using Infra.TrustManager.Tests.Fakes;

namespace Infra.TrustManager.Tests.Messages;

/// <summary>What people were told.</summary>
internal sealed class FakeMessages(AwsCalls calls) : IMessages
{
    public List<Message> Told { get; } = [];

    public Task SendAsync(Message message, CancellationToken cancellationToken) => calls.PassAsync(
        "sns:Publish",
        () =>
        {
            Told.Add(message);
            return true;
        },
        cancellationToken);
}
