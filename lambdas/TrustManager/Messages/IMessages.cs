using Infra.TrustManager.Retrying;

namespace Infra.TrustManager.Messages;

/// <summary>Tells people.</summary>
public interface IMessages
{
    /// <exception cref="ServiceException">It could not be sent.</exception>
    Task SendAsync(Message message, CancellationToken cancellationToken);
}
