using Infra.TrustManager.CaRenewal.Planning;
using Infra.TrustManager.CaRenewal.Remembering;
using Infra.TrustManager.Messages;

namespace Infra.TrustManager.CaRenewal.Telling;

/// <summary>Says that somebody has to publish the CA's new certificate in Active Directory, and how.</summary>
internal static class WindowsTrustMessage
{
    /// <summary>Days after the change at which it is said again, while nobody confirms.</summary>
    private static readonly int[] RepeatedAfterDays = [0, 7, 30, 60];

    /// <summary>Days before sign-in fails at which it is said once more.</summary>
    private const int LastWarnings = 30;

    /// <summary>Null when Windows knows the certificate.</summary>
    public static Message? For(RenewalMemory memory, CaView view, RenewalSettings settings, DateTimeOffset now)
    {
        if (!memory.WindowsTrustPending
            || memory.Current is not { } current
            || memory.KnownToWindows.MaxBy(certificate => certificate.NotAfter) is not { } known)
        {
            return null;
        }

        var repetition = RepeatedAfterDays.LastOrDefault(days => now - current.Since >= TimeSpan.FromDays(days));
        var stage = ExpiryLevel.Reached(known.NotAfter, now, LastWarnings) is { } left
            ? $"left-{left}"
            : $"{repetition}";
        return new Message(
            $"windows/{current.Thumbprint[..16]}/{stage}",
            $"Publish the new certificate of CA '{current.CommonName}' in Active Directory",
            Text(memory, current, known, view, settings, now));
    }

    private static string Text(
        RenewalMemory memory,
        SeenCertificate current,
        SeenCertificate known,
        CaView view,
        RenewalSettings settings,
        DateTimeOffset now)
    {
        string[] lines =
        [
            $"CA {settings.Ca} has a new certificate for the same key since {current.Since:yyyy-MM-dd}: "
                + $"{current.Describe()}.",
            known.NotAfter > now
                ? $"Windows does not know it yet, and goes on with {known.Describe()}. Sign-in with certificates of "
                    + $"this CA fails from {known.NotAfter:yyyy-MM-dd HH:mm} UTC unless the new one is published until "
                    + "then."
                : $"Windows does not know it, and the one that it knows, {known.Describe()}, has expired: sign-in with "
                    + "certificates of this CA fails until the new one is published.",
            "",
            "On a machine of the domain, as a member of Enterprise Admins:",
            "",
            .. NewIssuerLines.For(memory, view, settings.Publication),
            $"curl.exe -o ca.cer {settings.Publication.CertificateUrl}",
            "certutil -hashfile ca.cer SHA256",
            $"certutil -dspublish -f ca.cer {(view.Ca.IsRoot ? "RootCA" : "SubCA")}",
            "certutil -dspublish -f ca.cer NTAuthCA",
            "",
            $"Publish nothing if the hash is not {current.Thumbprint.ToLowerInvariant()}: then that is not the CA's "
                + "certificate.",
            "Group policy carries it to domain controllers and desktops within about eight hours; 'gpupdate /force' "
                + "does it at once. A forest of its own needs the same again.",
            "",
            "When it is done, say so; until then this message comes again 7, 30 and 60 days after the change:",
            "",
            $"dotnet run --project trust -- published {settings.Ca} {current.Thumbprint}",
        ];
        return string.Join('\n', lines);
    }
}
