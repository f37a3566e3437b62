using Infra.TrustManager.Telemetry;

namespace Infra.TrustManager.Messages;

/// <summary>Messages where no topic is given: the log is all that there is.</summary>
public sealed class LoggedMessages(EventLog log) : IMessages
{
    public Task SendAsync(Message message, CancellationToken cancellationToken)
    {
        log.Write(writer =>
        {
            writer.WriteString("timestamp", log.Time.GetUtcNow().UtcDateTime);
            writer.WriteString("level", "Warning");
            writer.WriteString("outcome", "Message");
            writer.WriteString("key", message.Key);
            writer.WriteString("subject", message.Subject);
            writer.WriteString("text", message.Text);
        });
        return Task.CompletedTask;
    }
}
