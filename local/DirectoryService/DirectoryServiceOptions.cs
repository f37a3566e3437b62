namespace Infra.Local.DirectoryService;

/// <summary>
/// How long things take in a directory and how many certificates it holds; each directory can have its own.
/// </summary>
public sealed record DirectoryServiceOptions
{
    /// <summary>
    /// From RegisterCertificate until <c>Registered</c>. AWS names no figure. Default: none, so that the next read sees
    /// it.
    /// </summary>
    public TimeSpan RegistrationTime { get; init; } = TimeSpan.Zero;

    /// <summary>From DeregisterCertificate until <c>Deregistered</c>. AWS names no figure. Default: none.</summary>
    public TimeSpan DeregistrationTime { get; init; } = TimeSpan.Zero;

    /// <summary>
    /// How long a deregistered certificate stays listed. UNVERIFIED whether AWS lists it at all. Default: not at all.
    /// </summary>
    public TimeSpan DeregisteredListedFor { get; init; } = TimeSpan.Zero;

    /// <summary>From EnableLDAPS until <c>Enabled</c>. AWS names no figure. Default: none.</summary>
    public TimeSpan LdapsEnablingTime { get; init; } = TimeSpan.Zero;

    /// <summary>
    /// Most LDAPS certificates of a directory. Default: 5; Directory Service administration guide, quotas.
    /// </summary>
    public int MaximumLdapsCertificates { get; init; } = 5;

    /// <summary>
    /// Most smart card certificates of a directory. Default: 100, as the guide's page on client authentication says;
    /// its page on the quotas of AD Connector says 5 without naming a purpose.
    /// </summary>
    public int MaximumSmartCardCertificates { get; init; } = 100;
}
