using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Infra.TrustManager.Identity;

/// <summary>The signed header that binds a proof of identity to one request to one function.</summary>
/// <remarks>
/// Amazon EKS and HashiCorp Vault take the same pre-signed call as a proof, each with a header of its own. Without
/// one, a system that gets the proof for itself could present it here.
/// </remarks>
public static class RequestBinding
{
    /// <summary>Name of the header, in the lower case in which signatures list it.</summary>
    public const string HeaderName = "x-infra-request";

    /// <summary>The member of a request that holds the proof, which the hash therefore leaves out.</summary>
    public const string Member = "identity";

    /// <summary>An ARN of a version or an alias has one part more than these.</summary>
    private const int PartsOfFunctionArn = 7;

    /// <summary><c>&lt;function ARN&gt;;&lt;SHA-256 of the request, 64 lower-case hexadecimal digits&gt;</c>.</summary>
    /// <exception cref="FormatException">See <see cref="CanonicalJson.Write"/>.</exception>
    public static string Of(string functionArn, JsonElement request)
    {
        var canonical = CanonicalJson.Write(request, except: Member);
        var hash = SHA256.HashData(Encoding.ASCII.GetBytes(canonical));
        return $"{Unqualified(functionArn)};{Convert.ToHexStringLower(hash)}";
    }

    /// <summary>The function's ARN, whichever version or alias of it is invoked.</summary>
    private static string Unqualified(string functionArn) =>
        string.Join(':', functionArn.Split(':').Take(PartsOfFunctionArn));
}
