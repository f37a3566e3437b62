using System.CommandLine;
using Infra.Trust.Questions;

namespace Infra.Trust.Commands;

/// <summary>The argument that says which certificate is meant.</summary>
internal static class ThumbprintArgument
{
    public static Argument<string> Create() => new("thumbprint")
    {
        Description = "SHA-256 thumbprint of the CA's certificate.",
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            var thumbprint = Sha256Thumbprint.Find(text);
            if (thumbprint is null)
            {
                result.AddError(
                    $"'{text}' is no SHA-256 thumbprint, which has 64 hexadecimal digits (Windows shows SHA-1, which "
                    + "has 40). The message about the certificate has it, and so has the plan of the CA.");
            }

            return thumbprint;
        },
    };
}
