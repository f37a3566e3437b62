using Infra.Local.DirectoryService;
using Infra.Local.DirectoryService.Registrations;
using Infra.Local.Years.Pki;

namespace Infra.Local.Years.Findings;

/// <summary>Sign-in, or LDAPS, of one directory, and what it needs to work.</summary>
public sealed record Dependence(string DirectoryId, CertificateType Type, PkiTeam Team)
{
    public string Name => $"{DirectoryId} {(Type == CertificateType.ClientCertAuth ? "smart card" : "LDAPS")}";

    /// <summary>Why it does not work at <paramref name="at"/>; null when it does.</summary>
    public string? Outage(DirectoryState state, DateTimeOffset at)
    {
        if (!state.IsOn(Type))
        {
            return $"{Name} is off";
        }

        var usable = state.Usable(Type, at).Select(one => one.Thumbprint).ToHashSet();
        var missing = Team.NeededAt(at).FirstOrDefault(one => !usable.Contains(one.Thumbprint));
        return missing is null ? null : $"{Name} lacks '{missing.CommonName}', which is in use";
    }
}
