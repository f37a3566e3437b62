namespace Infra.Local.DirectoryService.Registrations;

/// <summary>What a certificate is registered for, in the words of Directory Service.</summary>
public enum CertificateType
{
    /// <summary>Smart card sign-in.</summary>
    ClientCertAuth,

    /// <summary>Client-side LDAPS.</summary>
    ClientLDAPS,
}
