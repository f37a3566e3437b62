using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.Messages;

namespace Infra.TrustManager.Trust.Warnings;

/// <summary>
/// Tells of certificates that cannot be registered again soon, that expire, or that are expired; not of those whose
/// successor the directory has.
/// </summary>
internal static class EndWarnings
{
    public static IEnumerable<Message> For(WarnedDirectory directory, PurposeView view) =>
        view.Registered().SelectMany(wanted => new[]
        {
            LastRegistration(directory, view, wanted),
            Expiry(directory, view, wanted),
            Expired(directory, view, wanted),
        }).OfType<Message>();

    private static Message? LastRegistration(WarnedDirectory directory, PurposeView view, WantedCertificate wanted)
    {
        var certificate = wanted.Certificate;
        var left = Registrability.EndsAt(certificate) - view.Now;
        return view.IsSucceeded(certificate)
            || WarningLevels.Reached(WarningLevels.LastRegistration, left) is not { } level
                ? null
                : directory.Message(
                    $"last-registration/{view.Purpose}/{certificate.Thumbprint}/{level}",
                    $"'{certificate.CommonName}' cannot be registered again from {certificate.LastDay()} on",
                    directory.Describe(view.Purpose, wanted),
                    $"On {certificate.LastDay()}, in {Math.Ceiling(left.TotalDays):0} days, it has "
                    + $"{Registrability.MinRemaining.TotalDays:0} days left. From then on Directory Service registers "
                    + "it no more: it stays until it is expired, but if somebody deregisters it, it is lost.",
                    "What to do: do not deregister it, and change nothing that would (its OCSP URL, its section of the "
                    + "environment file) before its successor is registered. Put the successor where the others are.",
                    $"To see what comes on which day:\n\n{directory.PlanCommand}");
    }

    private static Message? Expiry(WarnedDirectory directory, PurposeView view, WantedCertificate wanted)
    {
        var certificate = wanted.Certificate;
        var left = certificate.NotAfter - view.Now;
        if (view.IsSucceeded(certificate) || WarningLevels.Reached(WarningLevels.Expiry, left) is not { } level)
        {
            return null;
        }

        var next = view.SuccessorOf(certificate) is { } successor
            ? $"Its successor '{successor.Certificate.CommonName}' ({successor.Certificate.Thumbprint}) is among its "
                + "sources and is not usable on the directory yet: see what keeps it."
            : "Its sources list no successor. Have the CA renewed now, and put its certificate where the others are.";
        return directory.Message(
            $"expiry/{view.Purpose}/{certificate.Thumbprint}/{level}",
            $"'{certificate.CommonName}' expires in {Math.Ceiling(left.TotalDays):0} days",
            directory.Describe(view.Purpose, wanted),
            $"In {Math.Ceiling(left.TotalDays):0} days, from {certificate.NotAfter.UtcDateTime:yyyy-MM-dd HH:mm} UTC "
            + $"on, {PurposeName.Of(view.Purpose)} with what this CA issued is refused.",
            $"What to do: {next}",
            $"To see what is to be done, and to do it at once:\n\n{directory.PlanCommand}{directory.ApplyCommand}");
    }

    private static Message? Expired(WarnedDirectory directory, PurposeView view, WantedCertificate wanted)
    {
        var certificate = wanted.Certificate;
        return view.Now < certificate.NotAfter
            ? null
            : directory.Message(
                $"expired/{view.Purpose}/{certificate.Thumbprint}",
                $"'{certificate.CommonName}' is expired",
                directory.Describe(view.Purpose, wanted),
                view.IsSucceeded(certificate)
                    ? "It is expired, and its successor is registered. What to do: take it out of its sources; the "
                        + "next scheduled run removes it and frees its slot."
                    : $"It is expired: {PurposeName.Of(view.Purpose)} with what this CA issued is refused. What to do: "
                        + "put the CA's new certificate where the others are, take the expired one out, and register "
                        + $"it at once:\n\n{directory.ApplyCommand}");
    }
}
