using System.Security.Cryptography;
using System.Text;

namespace Infra.Trust.Tests.Identity;

/// <summary>
/// The signature of a pre-signed URL, computed as the documentation of Signature Version 4 says and by nothing else.
/// </summary>
internal static class SignatureCheck
{
    public static string Of(string url, string secretKey, params (string Name, string Value)[] headers)
    {
        var uri = new Uri(url);
        string[] pairs = [.. uri.Query[1..].Split('&').Where(pair => !IsSignature(pair)).Order(StringComparer.Ordinal)];
        (string Name, string Value)[] signed =
            [.. headers.Append(("host", uri.Authority)).OrderBy(header => header.Item1, StringComparer.Ordinal)];
        var request = string.Join(
            '\n',
            [
                "GET",
                uri.AbsolutePath,
                string.Join('&', pairs),
                .. signed.Select(header => $"{header.Name}:{header.Value}"),
                "",
                string.Join(';', signed.Select(header => header.Name)),
                Hash(""),
            ]);
        var scope = Value(pairs, "X-Amz-Credential").Split('/')[1..];
        var toSign = string.Join(
            '\n', "AWS4-HMAC-SHA256", Value(pairs, "X-Amz-Date"), string.Join('/', scope), Hash(request));
        var key = scope.Aggregate(Bytes($"AWS4{secretKey}"), Mac);
        return Convert.ToHexStringLower(Mac(key, toSign));
    }

    public static string Value(IEnumerable<string> pairs, string name)
    {
        var pair = pairs.Single(pair => pair.StartsWith($"{name}=", StringComparison.Ordinal));
        return Uri.UnescapeDataString(pair.Split('=', 2)[1]);
    }

    private static bool IsSignature(string pair) => pair.StartsWith("X-Amz-Signature=", StringComparison.Ordinal);

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Bytes(text)));

    private static byte[] Mac(byte[] key, string text) => HMACSHA256.HashData(key, Bytes(text));
}
