using System.CommandLine;
using Infra.TrustManager.CaCertificates;

namespace Infra.Trust.Commands;

/// <summary>The argument that says which certificate is meant.</summary>
internal static class ThumbprintArgument
{
    public static Argument<string> Create() => new("thumbprint")
    {
        Description = "SHA-256 thumbprint of the CA's certificate, as openssl or Windows print it.",
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (!CertificateThumbprint.TryParse(text, out var thumbprint))
            {
                result.AddError(
                    $"'{text}' is not a SHA-256 thumbprint, which has 64 hexadecimal digits (Windows shows SHA-1, "
                    + "which has 40). The notification about the certificate has it, and so have 'approvals' of a directory "
                    + "and 'plan' of a CA.");
            }

            return thumbprint;
        },
    };
}
