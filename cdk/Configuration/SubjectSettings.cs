namespace Infra.Cdk.Configuration;

/// <summary>Distinguished name of the CA.</summary>
public sealed record SubjectSettings
{
    public required string CommonName { get; init; }

    public required string Organization { get; init; }

    public string? OrganizationalUnit { get; init; }

    public string? Country { get; init; }

    public string? State { get; init; }

    public string? Locality { get; init; }
}
