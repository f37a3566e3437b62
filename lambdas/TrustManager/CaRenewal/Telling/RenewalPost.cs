using Infra.TrustManager.CaRenewal.Remembering;
using Infra.TrustManager.Memory;
using Infra.TrustManager.Messages;
using Infra.TrustManager.Retrying;

namespace Infra.TrustManager.CaRenewal.Telling;

/// <summary>Sends what was not sent yet, and remembers it.</summary>
/// <remarks>
/// A process that dies between the two sends again the next time: rather twice than never.
/// </remarks>
public sealed class RenewalPost(IMessages messages)
{
    /// <summary>Returns how many could not be sent; the next run tries those again.</summary>
    /// <param name="complete">False when the run could not find out about everything: then nothing is forgotten.</param>
    public async Task<int> SendAsync(
        IReadOnlyList<Message> all,
        bool complete,
        RenewalJournal journal,
        RenewalWork work,
        CancellationToken cancellationToken)
    {
        work.Progress.Doing = "telling people";
        var known = journal.Memory.Sent.Select(message => message.Key).ToHashSet(StringComparer.Ordinal);
        var sent = new List<SentMessage>();
        var lost = 0;
        foreach (var message in all.Where(message => !known.Contains(message.Key)))
        {
            try
            {
                await messages.SendAsync(message, cancellationToken);
                sent.Add(new SentMessage(message.Key, work.At));
            }
            catch (ServiceException failure)
            {
                lost++;
                work.Log.Failed($"sending the message \"{message.Subject}\"", failure);
            }
        }

        var current = all.Select(message => message.Key).ToHashSet(StringComparer.Ordinal);
        if (!complete)
        {
            current.UnionWith(known);
        }

        await journal.RecordAsync(memory => memory.Telling(sent, current), cancellationToken);
        return lost;
    }
}
