using System.Globalization;
using Infra.Local.Endpoint;
using Infra.Local.PrivateCa.Authorities;
using Infra.Local.PrivateCa.Requests;

namespace Infra.Local.PrivateCa.Issuing;

/// <summary>First and last moment of a certificate, in whole seconds.</summary>
public sealed record ValidityPeriod(DateTimeOffset NotBefore, DateTimeOffset NotAfter)
{
    /// <summary>How far before its issuance a certificate begins to be valid; API reference, <c>ValidityNotBefore</c>.</summary>
    private static readonly TimeSpan Backdating = TimeSpan.FromMinutes(60);

    /// <summary>Longest validity that a short-lived CA gives; Private CA user guide, "Certificate authority modes".</summary>
    private static readonly TimeSpan ShortLived = TimeSpan.FromDays(7);

    /// <exception cref="AwsException"><c>InvalidArgsException</c> when the period makes no sense.</exception>
    public static ValidityPeriod Of(Validity end, Validity? start, DateTimeOffset now)
    {
        if (start is { Type: not "ABSOLUTE" })
        {
            throw PrivateCaErrors.InvalidArgs($"ValidityNotBefore has the type {start.Type}; it must be ABSOLUTE.");
        }

        var issued = DateTimeOffset.FromUnixTimeSeconds(now.ToUnixTimeSeconds());
        var period = new ValidityPeriod(start is null ? issued - Backdating : Moment(start, issued), Moment(end, issued));
        return period.NotAfter > period.NotBefore && period.NotAfter > issued
            ? period
            : throw PrivateCaErrors.InvalidArgs(
                $"The certificate would be valid from {period.NotBefore:u} to {period.NotAfter:u}; its end must be after "
                    + $"its start and after now ({issued:u}).");
    }

    /// <exception cref="AwsException"><c>ValidationException</c> when the certificate would outlive what its CA may give.</exception>
    public void DemandWithin(CertificateAuthority authority, bool isCa, DateTimeOffset now)
    {
        var limit = authority.Installed!.NotAfter;
        if (isCa ? NotAfter >= limit : NotAfter > limit)
        {
            throw PrivateCaErrors.Validation(
                "The certificate validity specified exceeds the certificate authority validity: it would end "
                    + $"{NotAfter:u}, the CA ends {limit:u}. Ask for less, or renew the CA first.");
        }

        if (authority.IsShortLived && NotAfter - now > ShortLived)
        {
            throw PrivateCaErrors.Validation(
                $"A SHORT_LIVED_CERTIFICATE certificate authority issues certificates for at most {ShortLived.TotalDays} "
                    + $"days; this one would end {NotAfter:u}. Ask for less.");
        }
    }

    private static DateTimeOffset Moment(Validity validity, DateTimeOffset now)
    {
        try
        {
            return validity.Type switch
            {
                "ABSOLUTE" => DateTimeOffset.FromUnixTimeSeconds(validity.Value),
                "END_DATE" => EndDate(validity.Value),
                "DAYS" => now.AddDays(validity.Value),
                "MONTHS" => now.AddMonths(checked((int)validity.Value)),
                _ => now.AddYears(checked((int)validity.Value)),
            };
        }
        catch (Exception e) when (e is ArgumentOutOfRangeException or OverflowException or FormatException)
        {
            throw PrivateCaErrors.InvalidArgs($"{validity.Value} of type {validity.Type} is no date before the year 10000.");
        }
    }

    /// <summary>UTCTime with two digits of the year, 50 to 99 of the last century, or GeneralizedTime with four.</summary>
    private static DateTimeOffset EndDate(long value)
    {
        var digits = value.ToString("D12", CultureInfo.InvariantCulture);
        var century = digits.Length > 12 ? string.Empty : string.CompareOrdinal(digits, "50") >= 0 ? "19" : "20";
        return DateTimeOffset.ParseExact(
            century + digits, "yyyyMMddHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
    }
}
