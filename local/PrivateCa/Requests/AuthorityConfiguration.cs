using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;

namespace Infra.Local.PrivateCa.Requests;

/// <summary>What a CA is made with and never changes.</summary>
/// <param name="KeyAlgorithm">For example <c>RSA_2048</c> or <c>EC_prime256v1</c>.</param>
/// <param name="SigningAlgorithm">Signs the CA's request and its CRLs.</param>
/// <param name="Subject">Name of the CA.</param>
/// <param name="CsrKeyUsage">Key usages that the CA's certificate request asks for; null for none.</param>
public sealed record AuthorityConfiguration(
    string KeyAlgorithm, SigningAlgorithm SigningAlgorithm, AuthoritySubject Subject, X509KeyUsageFlags? CsrKeyUsage)
{
    private static readonly string[] Emulated =
        ["RSA_2048", "RSA_3072", "RSA_4096", "EC_prime256v1", "EC_secp384r1", "EC_secp521r1"];

    private static readonly string[] NotEmulated = ["ML_DSA_44", "ML_DSA_65", "ML_DSA_87", "SM2"];

    public static AuthorityConfiguration Read(MemberReader reader)
    {
        var key = reader.RequiredOneOf("KeyAlgorithm", [.. Emulated, .. NotEmulated]);
        if (NotEmulated.Contains(key))
        {
            throw PrivateCaErrors.NotEmulated($"the key algorithm {key}");
        }

        var signing = SigningAlgorithm.Read(reader);
        var subject = AuthoritySubject.Read(reader.RequiredStructure("Subject"));
        var csr = reader.Structure("CsrExtensions");
        if (csr?.Document["SubjectInformationAccess"] is not null)
        {
            throw PrivateCaErrors.NotEmulated("CsrExtensions.SubjectInformationAccess");
        }

        var usage = csr?.Structure("KeyUsage") is { } keyUsage ? KeyUsageMembers.Read(keyUsage) : (X509KeyUsageFlags?)null;
        reader.ThrowIfInvalid();
        return signing!.IsRsa == key.StartsWith("RSA_", StringComparison.Ordinal)
            ? new AuthorityConfiguration(key, signing, subject, usage)
            : throw PrivateCaErrors.InvalidArgs($"A {key} key cannot sign with {signing.Name}; choose an algorithm of "
                + "the key's family.");
    }

    public JsonObject ToJson() => new()
    {
        [nameof(KeyAlgorithm)] = KeyAlgorithm,
        [nameof(SigningAlgorithm)] = SigningAlgorithm.Name,
        [nameof(Subject)] = Subject.Document.DeepClone(),
    };
}
