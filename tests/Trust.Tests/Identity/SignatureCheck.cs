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
        var pairs = uri.Query[1..].Split('&').Where(pair => !pair.StartsWith("X-Amz-Signature=", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).ToArray();
        var scope = Value(pairs, "X-Amz-Credential").Split('/')[1..];
        (string Name, string Value)[] signed = [.. headers.Append(("host", uri.Authority)).OrderBy(header => header.Item1, StringComparer.Ordinal)];
        var request = string.Join(
            '\n',
            [
                "GET", uri.AbsolutePath, string.Join('&', pairs), .. signed.Select(header => $"{header.Name}:{header.Value}"),
                "", string.Join(';', signed.Select(header => header.Name)), Hex(SHA256.HashData([])),
            ]);
        var toSign = string.Join(
            '\n',
            "AWS4-HMAC-SHA256", Value(pairs, "X-Amz-Date"), string.Join('/', scope), Hex(SHA256.HashData(Bytes(request))));
        return Hex(HMACSHA256.HashData(scope.Aggregate(Bytes($"AWS4{secretKey}"), (key, part) => HMACSHA256.HashData(key, Bytes(part))), Bytes(toSign)));
    }

    public static string Value(IEnumerable<string> pairs, string name) =>
        Uri.UnescapeDataString(pairs.Single(pair => pair.StartsWith($"{name}=", StringComparison.Ordinal)).Split('=', 2)[1]);

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
