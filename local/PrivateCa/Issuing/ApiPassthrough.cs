using System.Security.Cryptography.X509Certificates;
using Infra.Local.PrivateCa.Requests;

namespace Infra.Local.PrivateCa.Issuing;

/// <summary>What the caller of IssueCertificate wants in the certificate, where the template takes it.</summary>
/// <param name="Subject">Null for the certificate request's own.</param>
/// <param name="Extensions">In the order in which they are added.</param>
public sealed record ApiPassthrough(X500DistinguishedName? Subject, IReadOnlyList<X509Extension> Extensions)
{
    public static ApiPassthrough None { get; } = new(null, []);

    public static ApiPassthrough Read(MemberReader? reader)
    {
        if (reader is null)
        {
            return None;
        }

        var subject = reader.Structure("Subject") is { } member ? AuthoritySubject.Read(member).Name : null;
        return new ApiPassthrough(subject, reader.Structure("Extensions") is { } extensions ? [.. ReadExtensions(extensions)] : []);
    }

    private static IEnumerable<X509Extension> ReadExtensions(MemberReader reader)
    {
        if (reader.Document["CertificatePolicies"] is not null)
        {
            throw PrivateCaErrors.NotEmulated("ApiPassthrough.Extensions.CertificatePolicies");
        }

        if (reader.Structures("ExtendedKeyUsage", 20) is { Count: > 0 } purposes)
        {
            var oids = purposes.Select(ExtendedKeyUsages.Read).ToList();
            reader.ThrowIfInvalid();
            yield return ExtendedKeyUsages.ToExtension(oids, critical: false);
        }

        if (reader.Structure("KeyUsage") is { } usage)
        {
            yield return new X509KeyUsageExtension(KeyUsageMembers.Read(usage), critical: true);
        }

        if (reader.Structures("SubjectAlternativeNames", 150) is { Count: > 0 } names)
        {
            yield return SubjectAlternativeNames.Read(names);
        }

        foreach (var custom in reader.Structures("CustomExtensions", 150))
        {
            var oid = custom.RequiredText("ObjectIdentifier", 1, 64, @"[0-2](\.[0-9]+)+");
            var value = custom.RequiredBlob("Value", 1, 4096);
            custom.ThrowIfInvalid();
            yield return new X509Extension(oid, value, custom.Flag("Critical") ?? false);
        }
    }
}
