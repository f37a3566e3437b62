using Infra.TrustManager.CaRenewal.Planning;
using Infra.TrustManager.Messages;
using Infra.TrustManager.Revocation;

namespace Infra.TrustManager.CaRenewal.Crl;

/// <summary>Says that a CA no longer has the CRL settings that the deployment gave it.</summary>
internal static class CrlDriftMessage
{
    private const string Prefix = "crl-settings/";

    /// <summary>Null where the CA has the deployed settings, or they are not this deployment's.</summary>
    public static Message? For(CaView view, RenewalSettings settings)
    {
        if (CrlDrift.In(view.Ca, settings.DesiredCrl) is not { } drift)
        {
            return null;
        }

        var name = view.Certificate?.CommonName ?? settings.Ca.CaId;
        string[] lines =
        [
            $"CA {settings.Ca} ('{name}') has other CRL settings than this deployment gave it: "
                + $"{string.Join("; ", drift.Differences())}.",
            .. drift.Consequences(),
            "",
            "Put the deployed settings back:",
            "",
            $"dotnet run --project trust -- apply {settings.Ca}",
            "",
            "If another stack or tool has taken the CA over on purpose, name another CA in the environment file, or "
                + "remove it there, and deploy. CloudTrail's event UpdateCertificateAuthority says who changed it:",
            "",
            "aws cloudtrail lookup-events --lookup-attributes "
                + "AttributeKey=EventName,AttributeValue=UpdateCertificateAuthority "
                + $"--region {settings.Ca.Region}",
            "",
            "This is said once for each change.",
        ];
        return new Message(
            $"{Prefix}{ShortHash.Of(RevocationText.Of(new RevocationSettings(drift.Observed, null)))}",
            $"The CRL settings of CA '{name}' were changed",
            string.Join('\n', lines));
    }

    /// <summary>Whether this is the key of such a message.</summary>
    public static bool IsAbout(string key) => key.StartsWith(Prefix, StringComparison.Ordinal);
}
