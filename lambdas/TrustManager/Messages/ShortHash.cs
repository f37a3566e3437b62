using System.Security.Cryptography;
using System.Text;

namespace Infra.TrustManager.Messages;

/// <summary>Part of a message's key: the same for the same text, and short however long that is.</summary>
internal static class ShortHash
{
    /// <summary>64 bits as hexadecimal digits: no two texts of one directory are likely to share them.</summary>
    private const int Digits = 16;

    public static string Of(string text) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..Digits];
}
