using Infra.TrustManager.CaRenewal.Planning;
using Infra.TrustManager.Messages;

namespace Infra.TrustManager.CaRenewal.Crl;

/// <summary>Says that a CA has no current CRL at its place.</summary>
internal static class MissingCrlMessage
{
    private const string Key = "crl-missing";

    /// <summary>Null while there is one, and while it is not known.</summary>
    public static Message? For(CaView view, RenewalSettings settings)
    {
        if (view.Crl.Missing is not { } missing)
        {
            return null;
        }

        var name = view.Certificate?.CommonName ?? settings.Ca.CaId;
        return new Message(
            Key,
            $"CA '{name}' has no current CRL",
            $"CA {settings.Ca} ('{name}') has no current CRL at its place. Until it has one, sign-in with its "
                + $"certificates fails.\n\n{missing}\n\nThis is said once, until there is one.");
    }

    /// <summary>Whether this is the key of such a message.</summary>
    public static bool IsAbout(string key) => key == Key;
}
