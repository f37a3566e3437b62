using System.Net;
using System.Text.RegularExpressions;

namespace Infra.TrustManager.CaCertificates;

/// <summary>The host of an OCSP responder: an IPv4 address, or a name that the public DNS could know.</summary>
internal static partial class OcspHost
{
    /// <summary>
    /// Names that are not, or never will be, delegated in the root zone, and that private networks use nevertheless.
    /// </summary>
    /// <remarks>
    /// RFC 6761 (test, example, invalid, localhost), RFC 6762 (local; appendix G: intranet, internal, private, corp,
    /// home, lan), RFC 7686 (onion), RFC 8375 (home.arpa), RFC 9476 (alt), ICANN's resolutions of 2018 (corp, home,
    /// mail) and 2024 (internal); domain, localdomain, workgroup: habits of the same kind.
    /// </remarks>
    private static readonly HashSet<string> NeverDelegated = new(StringComparer.OrdinalIgnoreCase)
    {
        "alt", "arpa", "corp", "domain", "example", "home", "internal", "intranet", "invalid", "lan", "local",
        "localdomain", "localhost", "mail", "onion", "private", "test", "workgroup",
    };

    public static string? Problem(string url, Uri uri)
    {
        var host = uri.Host;
        return uri.HostNameType switch
        {
            UriHostNameType.IPv6 =>
                $"has the host '{host}'; Directory Service takes no IPv6 address here. Give a DNS name "
                + "or an IPv4 address.",

            // .NET also reads forms such as 10.1, which other clients read differently or not at all.
            _ when !url.Contains(host, StringComparison.OrdinalIgnoreCase) =>
                $"has a host that means '{host}' and is written otherwise. Write it as '{host}'.",
            _ when HasFinalDot(uri) =>
                $"has the host '{host}' with a final dot, which not every client understands. Write it as "
                + $"'{host.TrimEnd('.')}'.",
            UriHostNameType.IPv4 => AddressProblem(host),
            _ => NameProblem(host),
        };
    }

    /// <summary>The dot of DNS's root, which .NET keeps in the host.</summary>
    public static bool HasFinalDot(Uri uri) => uri.Host.EndsWith('.');

    private static string? AddressProblem(string address) =>
        IPAddress.IsLoopback(IPAddress.Parse(address)) || address.StartsWith("0.", StringComparison.Ordinal)
            ? $"has the host '{address}', where AD Connector finds only itself. Give the responder's address."
            : null;

    private static string? NameProblem(string host)
    {
        var last = host[(host.LastIndexOf('.') + 1)..];
        return host switch
        {
            _ when host.Length > 253 || !Name().IsMatch(host) =>
                $"has the host '{host}', which is no DNS name: labels of 1 to 63 letters, digits and hyphens, "
                + "parted by dots, 253 characters in all. Give the responder's name.",
            _ when !host.Contains('.', StringComparison.Ordinal) =>
                $"has the host '{host}', a name of one label, which AD Connector cannot resolve. Give the "
                + "responder's full name.",
            _ when NeverDelegated.Contains(last) || !TopLevelDomain().IsMatch(last) =>
                $"has the host '{host}'; its last part '{last}' is no top-level domain of the IANA root zone, and AD "
                + "Connector takes no other. Give the responder a name under a registered domain (it may be "
                + "private there).",
            _ => null,
        };
    }

    [GeneratedRegex(
        @"\A(?!-)[a-z0-9-]{1,63}(?<!-)(\.(?!-)[a-z0-9-]{1,63}(?<!-))*\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Name();

    [GeneratedRegex(
        @"\A([a-z]{2,63}|xn--[a-z0-9-]{1,59})\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex TopLevelDomain();
}
