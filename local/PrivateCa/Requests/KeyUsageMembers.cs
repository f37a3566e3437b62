using System.Security.Cryptography.X509Certificates;

namespace Infra.Local.PrivateCa.Requests;

/// <summary>The API's <c>KeyUsage</c>: one boolean a bit.</summary>
public static class KeyUsageMembers
{
    private static readonly (string Member, X509KeyUsageFlags Bit)[] Bits =
    [
        ("DigitalSignature", X509KeyUsageFlags.DigitalSignature),
        ("NonRepudiation", X509KeyUsageFlags.NonRepudiation),
        ("KeyEncipherment", X509KeyUsageFlags.KeyEncipherment),
        ("DataEncipherment", X509KeyUsageFlags.DataEncipherment),
        ("KeyAgreement", X509KeyUsageFlags.KeyAgreement),
        ("KeyCertSign", X509KeyUsageFlags.KeyCertSign),
        ("CRLSign", X509KeyUsageFlags.CrlSign),
        ("EncipherOnly", X509KeyUsageFlags.EncipherOnly),
        ("DecipherOnly", X509KeyUsageFlags.DecipherOnly),
    ];

    public static X509KeyUsageFlags Read(MemberReader reader) => Bits
        .Where(bit => reader.Flag(bit.Member) == true)
        .Aggregate(X509KeyUsageFlags.None, (all, bit) => all | bit.Bit);
}
