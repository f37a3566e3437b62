namespace Infra.Local.DirectoryService.Registrations;

/// <summary>Where a registration stands, in the words of Directory Service.</summary>
public enum CertificateState
{
    Registering,
    Registered,
    RegisterFailed,
    Deregistering,
    Deregistered,
    DeregisterFailed,
}
