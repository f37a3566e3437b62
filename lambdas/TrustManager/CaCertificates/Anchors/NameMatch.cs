using System.Text;

namespace Infra.TrustManager.CaCertificates.Anchors;

/// <summary>Whether a name lies in the subtree below another (RFC 5280, 4.2.1.10).</summary>
internal static class NameMatch
{
    /// <summary>Null when the name is written so that nothing can be said of it: refused either way.</summary>
    public static bool? IsWithin(GeneralName name, GeneralName subtree) => name.Form switch
    {
        NameForm.Directory => name.Directory!.IsWithin(subtree.Directory!),
        NameForm.Email => IsEmailWithin(name.Text, subtree.Text),
        NameForm.Dns => IsDnsWithin(name.Text, subtree.Text),
        NameForm.Uri => IsUriWithin(name.Text, subtree.Text),
        NameForm.IpAddress => IsAddressWithin(name.Address.Span, subtree.Address.Span),
        _ => null,
    };

    /// <summary>A mailbox, all mailboxes of a host, or (with a dot first) of every host in a domain.</summary>
    private static bool? IsEmailWithin(string mailbox, string subtree)
    {
        var at = mailbox.LastIndexOf('@');
        if (at <= 0 || at == mailbox.Length - 1)
        {
            return null;
        }

        var host = mailbox[(at + 1)..];
        return subtree.LastIndexOf('@') is >= 0 and var its
            ? mailbox[..at] == subtree[..its] && IsSame(host, subtree[(its + 1)..])
            : IsHostWithin(host, subtree);
    }

    /// <summary>The domain itself, and whatever has labels before it; only the latter with a dot first.</summary>
    private static bool? IsDnsWithin(string name, string subtree) =>
        name.Length == 0 ? null
        : subtree.Length == 0 || IsSame(name, subtree)
            || (subtree[0] == '.'
                ? name.Length > subtree.Length && EndsWith(name, subtree)
                : EndsWith(name, $".{subtree}"));

    /// <summary>
    /// The URI's host, which must be a name: an address or none at all is refused, and so are characters that are not
    /// ASCII, for some of which .NET throws.
    /// </summary>
    private static bool? IsUriWithin(string uri, string subtree) =>
        Ascii.IsValid(uri)
        && Uri.TryCreate(uri, UriKind.Absolute, out var parsed)
        && parsed.HostNameType == UriHostNameType.Dns
            ? IsHostWithin(parsed.Host, subtree)
            : null;

    private static bool IsHostWithin(string host, string subtree) =>
        subtree.Length == 0
        || (subtree[0] == '.' ? host.Length > subtree.Length && EndsWith(host, subtree) : IsSame(host, subtree));

    /// <summary>The subtree is an address and a mask of the same length (RFC 4632).</summary>
    private static bool IsAddressWithin(ReadOnlySpan<byte> address, ReadOnlySpan<byte> subtree)
    {
        if (subtree.Length != 2 * address.Length)
        {
            return false;
        }

        for (var i = 0; i < address.Length; i++)
        {
            var mask = subtree[address.Length + i];
            if ((address[i] & mask) != (subtree[i] & mask))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsSame(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);

    private static bool EndsWith(string text, string end) => text.EndsWith(end, StringComparison.OrdinalIgnoreCase);
}
