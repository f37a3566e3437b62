using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;

namespace Infra.TrustManager.CaCertificates.Anchors;

/// <summary>Which names the certificates below a CA may have (RFC 5280, 4.2.1.10).</summary>
internal sealed class NameConstraints
{
    public const string Oid = "2.5.29.30";

    /// <summary>
    /// Microsoft's user principal name, an otherName that many CAs constrain. CA certificates have none, so that the
    /// constraint is met by all that do not; whether those of people meet it the directory decides.
    /// </summary>
    private const string UserPrincipalName = "1.3.6.1.4.1.311.20.2.3";

    private static readonly Asn1Tag PermittedTag = new(TagClass.ContextSpecific, 0, isConstructed: true);
    private static readonly Asn1Tag ExcludedTag = new(TagClass.ContextSpecific, 1, isConstructed: true);
    private static readonly Asn1Tag MinimumTag = new(TagClass.ContextSpecific, 0);

    private readonly IReadOnlyList<GeneralName> _permitted;
    private readonly IReadOnlyList<GeneralName> _excluded;
    private readonly bool _isCritical;
    private readonly byte[] _encoded;

    private NameConstraints(
        IReadOnlyList<GeneralName> permitted, IReadOnlyList<GeneralName> excluded, X509Extension extension)
    {
        _permitted = permitted;
        _excluded = excluded;
        _isCritical = extension.Critical;
        _encoded = extension.RawData;
    }

    /// <summary>How many subtrees there are: each name below is compared with each at most.</summary>
    public int Count => _permitted.Count + _excluded.Count;

    public bool IsSameAs(NameConstraints? other) =>
        other is not null && _encoded.AsSpan().SequenceEqual(other._encoded);

    /// <exception cref="AsnContentException">They cannot be read.</exception>
    public static NameConstraints Read(X509Extension extension)
    {
        var reader = new AsnReader(extension.RawData, AsnEncodingRules.BER);
        var constraints = reader.ReadSequence();
        reader.ThrowIfNotEmpty();
        var (permitted, excluded) = (Subtrees(constraints, PermittedTag), Subtrees(constraints, ExcludedTag));
        constraints.ThrowIfNotEmpty();
        return new NameConstraints(permitted, excluded, extension);
    }

    /// <summary>Why a certificate with these names may not follow; null when it may.</summary>
    /// <returns>The end of a sentence whose subject is the certificate that has the constraints.</returns>
    public string? Refusal(IReadOnlyList<GeneralName> names)
    {
        foreach (var subtree in _permitted.Concat(_excluded).Where(subtree => !subtree.IsComparable))
        {
            var isKnown = subtree is { Form: NameForm.OtherName, Text: UserPrincipalName };
            if ((_isCritical && !isKnown) || names.Any(subtree.IsOfSameForm))
            {
                return $"constrains names of the form {subtree.Describe()}, which cannot be checked here";
            }
        }

        return names.Where(name => name.IsComparable).Select(Refusal).FirstOrDefault(refusal => refusal is not null);
    }

    private string? Refusal(GeneralName name)
    {
        var permitted = _permitted.Where(name.IsOfSameForm).ToList();
        return _excluded.Where(name.IsOfSameForm).Any(subtree => NameMatch.IsWithin(name, subtree) != false)
            ? $"excludes its {name.Describe()} by name constraints"
            : permitted.Count > 0 && !permitted.Exists(subtree => NameMatch.IsWithin(name, subtree) == true)
                ? $"does not permit its {name.Describe()} by name constraints"
                : null;
    }

    /// <summary>RFC 5280 allows no other minimum than 0 and no maximum.</summary>
    private static List<GeneralName> Subtrees(AsnReader constraints, Asn1Tag tag)
    {
        var subtrees = new List<GeneralName>();
        if (!constraints.HasData || constraints.PeekTag() != tag)
        {
            return subtrees;
        }

        var list = constraints.ReadSequence(tag);
        while (list.HasData)
        {
            var subtree = list.ReadSequence();
            var name = GeneralName.Read(subtree);
            if (subtree.HasData && subtree.PeekTag() == MinimumTag && !subtree.ReadInteger(MinimumTag).IsZero)
            {
                throw new AsnContentException("A subtree has a minimum.");
            }

            subtree.ThrowIfNotEmpty();
            subtrees.Add(Checked(name));
        }

        return subtrees;
    }

    /// <summary>An address is followed by its mask.</summary>
    private static GeneralName Checked(GeneralName name) =>
        name is { Form: NameForm.IpAddress, Address.Length: not (8 or 32) }
            ? throw new AsnContentException("A subtree of addresses has neither 8 nor 32 bytes.")
            : name;
}
