using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.CaRenewal.Planning;
using Infra.TrustManager.Messages;

namespace Infra.TrustManager.CaRenewal.Telling;

/// <summary>Says that a CA's certificate comes to its end and nobody renews it.</summary>
internal static class ExpiryMessages
{
    private const string Foreseen = "foreseen/";
    private const string Chain = "chain/";

    /// <summary>Where nothing is renewed people need the longest notice, in days.</summary>
    private const int WatchedFrom = 365;

    /// <summary>
    /// Where a renewal should have happened by itself its failure is told at once, and its urgency from here, in days.
    /// </summary>
    private const int RenewedFrom = 180;

    /// <summary>Private CA issues from a CA that is ACTIVE (user guide, CA status), and a root issues to itself.</summary>
    private const string ToDoForExpiredRoot =
        "A root issues its own certificate, and Private CA may refuse that for one that has expired. The daily run "
            + "tries it, but do not wait for it: create a new root CA, publish it in Active Directory and issue new "
            + "certificates.";

    /// <summary>How long before a renewal is due a problem is notified that may still pass by itself until then.</summary>
    private static readonly TimeSpan Foresight = TimeSpan.FromDays(90);

    /// <summary>Whether the problem with this key is seen in the CA above.</summary>
    public static bool DependsOnParent(string key) =>
        key.StartsWith(Foreseen, StringComparison.Ordinal) || key.StartsWith(Chain, StringComparison.Ordinal);

    public static IEnumerable<Message> For(CaView view, RenewalPlan plan, RenewalSettings settings, DateTimeOffset now)
    {
        if (view.Certificate is not { } certificate)
        {
            yield break;
        }

        if ((plan.Due is null || now >= plan.Due) && OwnEnd(certificate, settings, now) is { } own)
        {
            yield return own;
        }

        if (view.EndAbove is { } above
            && above <= certificate.NotAfter
            && EndAbove(certificate, above, settings, now) is { } chain)
        {
            yield return chain;
        }

        if (plan.Due is { } due && now < due
            && RenewalPlan.Foreseen(view, settings.Reissue) is { } refusal
            && (refusal.IsKnownNow || now >= due - Foresight))
        {
            yield return new Message(
                $"{Foreseen}{certificate.Thumbprint[..16]}/{refusal.Code}",
                refusal.IsKnownNow
                    ? $"The certificate of CA '{certificate.CommonName}' will not be renewed"
                    : $"The CA above '{certificate.CommonName}' expires first",
                $"The certificate of CA {settings.Ca} ('{certificate.CommonName}') is to be renewed on "
                    + $"{due:yyyy-MM-dd}. That will not work: {refusal.Text}.");
        }
    }

    private static Message? OwnEnd(CaCertificate certificate, RenewalSettings settings, DateTimeOffset now)
    {
        var (name, end) = (certificate.CommonName, certificate.NotAfter);
        var watched = settings.Reissue is null;
        if (end <= now)
        {
            return new Message(
                $"expired/{certificate.Thumbprint[..16]}",
                $"The certificate of CA '{name}' has expired",
                $"The certificate of CA {settings.Ca} ({certificate.Describe()}) expired on {end:yyyy-MM-dd HH:mm} "
                    + "UTC. The CA issues nothing and writes no CRL; nobody signs in with its certificates.\n\n"
                    + (settings.Reissue is { Parent: null } ? ToDoForExpiredRoot : ToDo(watched)));
        }

        return ExpiryLevel.Reached(end, now, watched ? WatchedFrom : RenewedFrom) is { } level
            ? new Message(
                $"expires/{certificate.Thumbprint[..16]}/{level}",
                $"The certificate of CA '{name}' expires in {ExpiryLevel.Days(end, now)} days",
                $"The certificate of CA {settings.Ca} ({certificate.Describe()}) expires on {end:yyyy-MM-dd HH:mm} "
                    + $"UTC, in {ExpiryLevel.Days(end, now)} days. From then on the CA issues nothing and writes no "
                    + "CRL, and nobody signs in with its certificates.\n\n" + ToDo(watched))
            : null;
    }

    private static Message? EndAbove(
        CaCertificate certificate, DateTimeOffset above, RenewalSettings settings, DateTimeOffset now) =>
        ExpiryLevel.Reached(above, now, WatchedFrom) is { } level
            ? new Message(
                $"{Chain}{certificate.Thumbprint[..16]}/{level}",
                $"A CA above '{certificate.CommonName}' expires in {ExpiryLevel.Days(above, now)} days",
                $"A CA above {settings.Ca} ('{certificate.CommonName}') expires on {above:yyyy-MM-dd HH:mm} UTC, "
                    + "before it. From then on nobody trusts the certificates of either. Have the CA above renewed, and "
                    + "the certificate of this one reissued with the new chain.")
            : null;

    private static string ToDo(bool watched) => watched
        ? "This deployment only watches the CA. Have its certificate reissued from its own request "
            + "(GetCertificateAuthorityCsr) by whoever signed it and import it; or set "
            + "certificateAuthority.renewal.mode to renew in the environment file and deploy."
        : "It should have been renewed by itself: a message of its own says why that fails. As soon as the reason is "
            + "gone, the next daily run renews it; a test event in the Lambda console, "
            + "{\"source\":\"aws.events\",\"detail-type\":\"Scheduled Event\"}, does so at once.";
}
