using System.Text.RegularExpressions;

namespace Infra.TrustManager.CaCertificates;

/// <summary>What AD Connector asks of the URL of an OCSP responder.</summary>
public static partial class OcspUrl
{
    /// <summary>Longest URL that the API takes, in characters.</summary>
    /// <remarks>Directory Service API reference, ClientCertAuthSettings, OCSPUrl.</remarks>
    public const int MaxLength = 1024;

    /// <summary>Longest URL with which a request for any certificate still fits, in characters.</summary>
    /// <remarks>The slash that parts the URL from the request is counted here, unless the URL ends in it.</remarks>
    public const int MaxLengthForGet = MaxGetLength - RequestLength - 1;

    /// <summary>Longest URL, request included, that clients get; longer ones are posted, in bytes.</summary>
    /// <remarks>
    /// RFC 6960 appendix A.1; AD Connector's responder "must support GET for requests up to 255 bytes in total".
    /// </remarks>
    private const int MaxGetLength = 255;

    /// <summary>Length of a request in a URL, in bytes.</summary>
    /// <remarks>
    /// DER of an OCSPRequest about one certificate, SHA-1, a serial number of 20 bytes, no extensions: algorithm 11,
    /// name hash 22, key hash 22 and serial number 22 make 77; five sequences around them (CertID, Request,
    /// requestList, tbsRequest, OCSPRequest) add 2 each: 87. Base64 makes 116 characters of that, without padding. 82
    /// carry hashes and the serial number; '+' and '/' among them, one in 32, take 3 bytes each when URL-encoded. 12 such
    /// are reckoned with; 2 in a million certificates have more: 116 + 12 * 2.
    /// </remarks>
    private const int RequestLength = 140;

    private const string NeverLast = "?!:,.;";

    /// <summary>Every problem; none for a URL that AD Connector can use.</summary>
    public static IReadOnlyList<string> Problems(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Host.Length == 0)
        {
            return [$"OCSP URL '{url}' is not an absolute URL; give one such as http://ocsp.corp.example.mil."];
        }

        return [.. Whole(url, uri).Select(problem => $"OCSP URL '{Shown(url, uri)}' {problem}")];
    }

    private static IEnumerable<string> Whole(string url, Uri uri)
    {
        if (uri.Scheme == Uri.UriSchemeHttp && !url.StartsWith("http:", StringComparison.Ordinal))
        {
            yield return "has its scheme in capital letters, which Directory Service does not take. Begin it with http://.";
        }

        if (uri.Scheme != Uri.UriSchemeHttp)
        {
            yield return $"has the scheme '{uri.Scheme}'; AD Connector asks responders over http only (their "
                + "answers are signed). Give an http:// URL.";
        }

        if (uri.UserInfo.Length > 0)
        {
            yield return "contains a user name or password; AD Connector sends none. Remove everything up to the '@'.";
        }

        if (uri.Query.Length > 0 || uri.Fragment.Length > 0)
        {
            yield return "has a query or a fragment; the request is appended to the URL and would become part of it. "
                + "Remove everything from the '?' or '#' on.";
        }

        if (OcspHost.Problem(url, uri) is { } host)
        {
            yield return host;
        }

        if (!ApiCharacters().IsMatch(url))
        {
            yield return "contains characters that Directory Service does not take; ASCII letters, digits and "
                + "-+&@#/%?=~_|!:,.;() are allowed.";
        }
        else if (!OcspHost.HasFinalDot(uri) && NeverLast.Contains(url[^1], StringComparison.Ordinal))
        {
            yield return $"ends in '{url[^1]}', which Directory Service does not take as the last character. Remove it.";
        }

        var length = url.TrimEnd('/').Length;
        if (url.Length > MaxLength || length > MaxLengthForGet)
        {
            yield return $"has {url.Length} characters; at most {MaxLengthForGet} leave room for a request, which has "
                + $"up to {RequestLength} of the {MaxGetLength} bytes of a GET. Give the responder a shorter "
                + "name or path.";
        }
    }

    private static string Shown(string url, Uri uri) =>
        uri.UserInfo.Length > 0 ? url.Replace(uri.UserInfo, "***", StringComparison.Ordinal) : url;

    /// <summary>
    /// Directory Service API reference, ClientCertAuthSettings, OCSPUrl, Pattern: the characters of it. Its schemes are in
    /// lower case, and its last character is none of <see cref="NeverLast"/>.
    /// </summary>
    [GeneratedRegex(@"\A[-a-zA-Z0-9+&@#/%?=~_|!:,.;()]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex ApiCharacters();
}
