using System.Formats.Asn1;
using System.Text;

namespace Infra.TrustManager.CaCertificates.Anchors;

/// <summary>The forms of a name, by their tags (RFC 5280, 4.2.1.6).</summary>
internal enum NameForm
{
    OtherName = 0,
    Email = 1,
    Dns = 2,
    X400Address = 3,
    Directory = 4,
    EdiParty = 5,
    Uri = 6,
    IpAddress = 7,
    RegisteredId = 8,
}

/// <summary>A name of a certificate's subject, or the base of a constraint on such names.</summary>
/// <param name="Text">The name of a form that is text; the type of an otherName; otherwise empty.</param>
internal sealed record GeneralName(NameForm Form, string Text = "")
{
    /// <summary>Only with <see cref="NameForm.Directory"/>.</summary>
    public DistinguishedName? Directory { get; private init; }

    /// <summary>Only with <see cref="NameForm.IpAddress"/>.</summary>
    public ReadOnlyMemory<byte> Address { get; private init; }

    /// <summary>True for the forms whose constraints are compared with names.</summary>
    public bool IsComparable =>
        Form is NameForm.Email or NameForm.Dns or NameForm.Directory or NameForm.Uri or NameForm.IpAddress;

    public static GeneralName Of(DistinguishedName name) => new(NameForm.Directory) { Directory = name };

    public bool IsOfSameForm(GeneralName other) =>
        Form == other.Form && (Form != NameForm.OtherName || Text == other.Text);

    /// <exception cref="AsnContentException">What follows is no name.</exception>
    public static GeneralName Read(AsnReader reader)
    {
        var tag = reader.PeekTag();
        if (tag.TagClass != TagClass.ContextSpecific || tag.TagValue > (int)NameForm.RegisteredId)
        {
            throw new AsnContentException("There is a name of an unknown form.");
        }

        var form = (NameForm)tag.TagValue;
        switch (form)
        {
            case NameForm.OtherName:
                return new GeneralName(form, reader.ReadSequence(tag).ReadObjectIdentifier());
            case NameForm.Email or NameForm.Dns or NameForm.Uri:
                return new GeneralName(form, Encoding.Latin1.GetString(reader.ReadOctetString(tag)));
            case NameForm.Directory:
                return Of(DistinguishedName.Read(reader.ReadSequence(tag).ReadEncodedValue()));
            case NameForm.IpAddress:
                return new GeneralName(form) { Address = reader.ReadOctetString(tag) };
            default:
                reader.ReadEncodedValue();
                return new GeneralName(form);
        }
    }

    /// <summary>The form in words, as OpenSSL's documentation writes it.</summary>
    public string Describe() => Form switch
    {
        NameForm.OtherName => $"otherName {Text}",
        NameForm.Email => "email",
        NameForm.Dns => "DNS",
        NameForm.X400Address => "x400Address",
        NameForm.Directory => "directory name",
        NameForm.EdiParty => "ediPartyName",
        NameForm.Uri => "URI",
        NameForm.IpAddress => "IP address",
        _ => "registeredID",
    };
}
