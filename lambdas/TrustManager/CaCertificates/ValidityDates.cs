using System.Formats.Asn1;

namespace Infra.TrustManager.CaCertificates;

/// <summary>From when until when a certificate is valid, both inclusive.</summary>
/// <remarks>
/// .NET reads dates through OpenSSL, in local time, when they are asked for: a date that it cannot read would be an
/// exception far from the source that has it.
/// </remarks>
internal sealed record ValidityDates(DateTimeOffset NotBefore, DateTimeOffset NotAfter)
{
    /// <summary>The year up to which two digits mean this century (RFC 5280, 4.1.2.5.1).</summary>
    private const int TwoDigitYearMax = 2049;

    /// <summary><c>YYYYMMDDHHMMSSZ</c> (RFC 5280, 4.1.2.5.2): no fraction of a second.</summary>
    private const int GeneralizedTimeLength = 15;

    /// <param name="validity">The member of the signed part.</param>
    /// <exception cref="UnreadableCertificateException">Its dates are not as RFC 5280 has them.</exception>
    public static ValidityDates Read(AsnReader validity)
    {
        try
        {
            var dates = new AsnReader(validity.ReadEncodedValue(), AsnEncodingRules.DER).ReadSequence();
            var read = new ValidityDates(Date(dates), Date(dates));
            dates.ThrowIfNotEmpty();
            return read;
        }
        catch (AsnContentException exception)
        {
            throw new UnreadableCertificateException(
                "its validity dates are not in the form of RFC 5280 (4.1.2.5); have it issued again", exception);
        }
    }

    private static DateTimeOffset Date(AsnReader dates)
    {
        if (dates.PeekTag() == Asn1Tag.UtcTime)
        {
            return dates.ReadUtcTime(TwoDigitYearMax);
        }

        return dates.PeekContentBytes().Length == GeneralizedTimeLength
            ? dates.ReadGeneralizedTime()
            : throw new AsnContentException("The date has another length.");
    }
}
