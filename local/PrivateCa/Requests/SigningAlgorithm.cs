using System.Security.Cryptography;

namespace Infra.Local.PrivateCa.Requests;

/// <summary>A signature algorithm of the API.</summary>
/// <param name="Name">For example <c>SHA256WITHRSA</c>.</param>
/// <param name="Hash">Its digest.</param>
/// <param name="IsRsa">RSA PKCS #1, or else ECDSA.</param>
public sealed record SigningAlgorithm(string Name, HashAlgorithmName Hash, bool IsRsa)
{
    private static readonly SigningAlgorithm[] Emulated =
    [
        new("SHA256WITHRSA", HashAlgorithmName.SHA256, true),
        new("SHA384WITHRSA", HashAlgorithmName.SHA384, true),
        new("SHA512WITHRSA", HashAlgorithmName.SHA512, true),
        new("SHA256WITHECDSA", HashAlgorithmName.SHA256, false),
        new("SHA384WITHECDSA", HashAlgorithmName.SHA384, false),
        new("SHA512WITHECDSA", HashAlgorithmName.SHA512, false),
    ];

    private static readonly string[] NotEmulated = ["SM3WITHSM2", "ML_DSA_44", "ML_DSA_65", "ML_DSA_87"];

    /// <summary>Null when the member is not an algorithm of the model, which the reader reports.</summary>
    public static SigningAlgorithm? Read(MemberReader reader)
    {
        var name = reader.RequiredOneOf("SigningAlgorithm", [.. Emulated.Select(a => a.Name), .. NotEmulated]);
        return NotEmulated.Contains(name)
            ? throw PrivateCaErrors.NotEmulated($"the signing algorithm {name}")
            : Array.Find(Emulated, a => a.Name == name);
    }
}
