using Infra.TrustManager.Memory;
using Infra.TrustManager.Messages;

namespace Infra.TrustManager.Trust.Warnings;

/// <summary>Notifications of certificates that runs registered: each once, with what allowed it.</summary>
internal static class RegisteredMessages
{
    /// <summary>How long one that could not be sent is sent by a later run.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <param name="memory">In line with what the directory lists.</param>
    public static IEnumerable<Message> For(WarnedDirectory directory, TrustMemory memory, DateTimeOffset now) =>
        memory.Certificates
            .Where(entry => entry is { IsByRun: true, CertificateId: not null, RegisteredSince: { } since }
                && since > now - Kept)
            .Select(entry => For(directory, entry, now));

    private static Message For(WarnedDirectory directory, RememberedCertificate entry, DateTimeOffset now)
    {
        var (certificate, use) = (entry.Certificate, PurposeName.Of(entry.Purpose));
        return directory.Message(
            $"registered/{entry.Purpose}/{entry.CertificateId}",
            $"'{certificate.CommonName}' was registered for {use}",
            $"CA certificate \"{certificate.Subject}\" was registered for {use} on directory {directory.Label}, because "
            + $"{entry.RegisteredBecause ?? TrustStep.Register.Listed}.\n"
            + $"  id {entry.CertificateId}, SHA-256 {certificate.Thumbprint}\n"
            + (certificate.NotBefore > now
                ? $"  not valid before {certificate.NotBefore.UtcDateTime:yyyy-MM-dd HH:mm} UTC: until then it replaces nothing\n"
                : "")
            + $"  registered {entry.RegisteredSince!.Value.UtcDateTime:yyyy-MM-dd HH:mm} UTC, expires "
            + $"{certificate.NotAfter.UtcDateTime:yyyy-MM-dd HH:mm} UTC",
            $"From {(certificate.NotBefore > now ? "then" : "now")} on {use} accepts what this CA issues. If you expected that, there is nothing to do.",
            "If not: take the certificate out of its source; the next run deregisters it. To see who put it there, look "
            + "for its PutObject in CloudTrail. To see what was done and why:\n\n"
            + directory.Command("history"));
    }
}
