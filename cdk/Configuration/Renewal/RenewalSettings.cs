namespace Infra.Cdk.Configuration.Renewal;

/// <summary>What happens before the CA's own certificate expires.</summary>
/// <remarks>What is left out, <see cref="RenewalTerms"/> fills in.</remarks>
public sealed record RenewalSettings
{
    /// <summary><see cref="Mode"/> that reissues the certificate.</summary>
    public const string Renew = "renew";

    /// <summary><see cref="Mode"/> that only tells people.</summary>
    public const string Watch = "watch";

    public string? Mode { get; init; }

    public int? RenewBeforeDays { get; init; }

    /// <summary>Of the renewed certificate of a CA that exists.</summary>
    public int? ValidityYears { get; init; }

    /// <summary>The CA above one that exists.</summary>
    public string? ParentCertificateAuthorityArn { get; init; }

    /// <summary>How many CAs may follow below a subordinate one that exists; null for as many as today.</summary>
    public int? PathLength { get; init; }

    /// <summary>In what the renewed certificate may differ from the present one; null for nothing.</summary>
    public IReadOnlyList<string>? AllowChanges { get; init; }
}
