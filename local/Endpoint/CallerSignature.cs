using Microsoft.AspNetCore.Http;

namespace Infra.Local.Endpoint;

/// <summary>The parts of a request's signature that say who calls which service.</summary>
/// <remarks>
/// The signature itself is not checked: on loopback it would protect nothing, and the policies are what is being tested.
/// </remarks>
/// <param name="AccessKeyId">Null when the request is not signed.</param>
/// <param name="Service">Signing name in the credential scope; null when the request is not signed.</param>
public sealed record CallerSignature(string? AccessKeyId, string? Service)
{
    private const string CredentialField = "Credential=";

    /// <summary>Reads the <c>Authorization</c> header, or the <c>X-Amz-Credential</c> of a pre-signed URL.</summary>
    public static CallerSignature Of(HttpRequest request)
    {
        var authorization = request.Headers.Authorization.ToString();
        var start = authorization.IndexOf(CredentialField, StringComparison.Ordinal);
        if (start < 0)
        {
            return FromCredential(request.Query["X-Amz-Credential"].ToString());
        }

        var credential = authorization[(start + CredentialField.Length)..];
        return FromCredential(credential.Split(',', 2)[0].Trim());
    }

    // AKIA…/20261121/us-east-1/s3/aws4_request
    private static CallerSignature FromCredential(string credential) => credential.Split('/') switch
    {
        [var accessKeyId, _, _, var service, "aws4_request"] => new CallerSignature(accessKeyId, service),
        _ => new CallerSignature(null, null),
    };
}
