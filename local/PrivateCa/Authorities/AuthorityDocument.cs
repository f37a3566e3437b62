using System.Text.Json.Nodes;

namespace Infra.Local.PrivateCa.Authorities;

/// <summary>A CA as DescribeCertificateAuthority and ListCertificateAuthorities show it.</summary>
public static class AuthorityDocument
{
    public static JsonObject Of(CertificateAuthority authority, string accountId, DateTimeOffset now)
    {
        var document = new JsonObject
        {
            ["Arn"] = authority.Arn,
            ["OwnerAccount"] = accountId,
            ["CreatedAt"] = EpochSeconds(authority.CreatedAt),
            ["LastStateChangeAt"] = EpochSeconds(authority.LastStateChangeAt),
            ["Type"] = authority.Type,
            ["Status"] = authority.StatusAt(now),
            ["CertificateAuthorityConfiguration"] = authority.Configuration.ToJson(),
            ["RevocationConfiguration"] = authority.Revocation.ToJson(),
            ["KeyStorageSecurityStandard"] = authority.KeyStorageSecurityStandard,
            ["UsageMode"] = authority.UsageMode,
        };
        if (authority.Installed is { } installed)
        {
            document["Serial"] = installed.Certificate.SerialNumber.ToLowerInvariant();
            document["NotBefore"] = EpochSeconds(installed.NotBefore);
            document["NotAfter"] = EpochSeconds(installed.NotAfter);
        }

        if (authority.RestorableUntil is { } until)
        {
            document["RestorableUntil"] = EpochSeconds(until);
        }

        return document;
    }

    /// <summary>Seconds since 1970 with fraction, as AWS JSON writes moments.</summary>
    private static double EpochSeconds(DateTimeOffset moment) => moment.ToUnixTimeMilliseconds() / 1000.0;
}
