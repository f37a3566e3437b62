using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Infra.Local.DirectoryService;
using Infra.Local.DirectoryService.Features;
using Infra.Local.DirectoryService.Registrations;

namespace Infra.Local.Years.Accidents;

/// <summary>Somebody with the console open, who does not know that the directories keep themselves.</summary>
public sealed class ByHand(Random random)
{
    /// <summary>
    /// Fewest days left of a certificate that is taken away: with 90 or less nobody could bring it back.
    /// </summary>
    private const int FewestDaysLeft = 120;

    private readonly HashSet<string> _removed = [];
    private readonly HashSet<string> _registered = [];

    /// <summary>Ids of what was deregistered by hand.</summary>
    public IReadOnlySet<string> Removed => _removed;

    /// <summary>Ids of what was registered by hand, which nobody else may remove.</summary>
    public IReadOnlySet<string> Registered => _registered;

    public int Changes { get; private set; }

    /// <summary>Deregisters a certificate that is not somebody else's.</summary>
    public void Deregister(AwsDirectory directory, DateTimeOffset now)
    {
        RegisteredCertificate[] candidates =
        [
            .. directory.State.Certificates.Where(one => one.IsUsable(now)
                && one.NotAfter > now.AddDays(FewestDaysLeft)
                && !_registered.Contains(one.Id)),
        ];
        if (candidates.Length > 0)
        {
            var chosen = candidates[random.Next(candidates.Length)];
            _removed.Add(chosen.Id);
            directory.DeregisterByHand(chosen.Id);
            Changes++;
        }
    }

    /// <summary>Registers a certificate that no source knows, unless the directory is nearly full.</summary>
    public void Register(AwsDirectory directory, DateTimeOffset now)
    {
        var type = directory.State.IsSmartCardOn ? CertificateType.ClientCertAuth : CertificateType.ClientLDAPS;
        if (directory.State.Certificates.Count(one => one.Type == type) >= 3 && type == CertificateType.ClientLDAPS)
        {
            return;
        }

        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN=Somebody's CA {_registered.Count + 1}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddYears(2));
        _registered.Add(directory.RegisterByHand(certificate, type).Id);
        Changes++;
    }

    /// <summary>Takes away what was registered by hand before.</summary>
    public void TidyUp(AwsDirectory directory)
    {
        foreach (var one in directory.State.Certificates.Where(one => _registered.Contains(one.Id)))
        {
            _removed.Add(one.Id);
            directory.DeregisterByHand(one.Id);
            Changes++;
        }
    }

    /// <summary>Switches off what is on.</summary>
    public void SwitchOff(AwsDirectory directory)
    {
        if (directory.State.IsSmartCardOn)
        {
            directory.SetSmartCardByHand(ClientAuthenticationStatus.Disabled);
            Changes++;
        }
        else if (directory.State.IsLdapsOn)
        {
            directory.SetLdapsByHand(LdapsStatus.Disabled);
            Changes++;
        }
    }
}
