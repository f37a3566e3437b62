using Infra.Local.Verification;

namespace Infra.Local.Years.People;

/// <summary>Publishes a new CA certificate in Active Directory some days after being asked, and says so.</summary>
public sealed class Administrator(ScheduledFunctions functions, string caArn, Inbox inbox, Random random)
{
    private DateTimeOffset? _publishesAt;

    /// <summary>Times that a certificate was published.</summary>
    public int Publications { get; private set; }

    public async Task ActAsync(DateTimeOffset now)
    {
        var asked = inbox.AskingForPublication.LastOrDefault();
        if (_publishesAt is null && asked is not null && asked.At > now.AddDays(-2))
        {
            _publishesAt = now.AddDays(random.Next(1, 12));
        }

        if (now < _publishesAt || _publishesAt is null)
        {
            return;
        }

        _publishesAt = null;
        Publications++;
        await functions.ConfirmPublishedAsync(caArn);
    }
}
