namespace Infra.TrustManager.Revocation;

/// <summary>What templates can read of a <c>Custom::CaRevocation</c> with <c>Fn::GetAtt</c>.</summary>
public sealed record CaRevocationOutputs(
    CrlPlace Place, string? CrlKeyFound, string CertificateKey, bool Changed, IReadOnlyList<string> Warnings)
{
    /// <summary>URL of the CRL; of the folder, while a partition's name is not known.</summary>
    public const string CrlUrl = "CrlUrl";

    /// <summary>Key of the CRL in the bucket; the folder, while a partition's name is not known.</summary>
    public const string CrlKey = "CrlKey";

    public const string CaCertificateUrl = "CaCertificateUrl";

    /// <summary>Sentences for a person, or <see cref="NoWarning"/>.</summary>
    public const string Warning = "Warning";

    /// <summary><c>true</c> when this request changed the CA.</summary>
    public const string ChangedName = "Changed";

    /// <summary>An output of a stack must not be empty.</summary>
    public const string NoWarning = "none";

    /// <summary>Longest warning, in characters: leaves room for the other values in an answer of 4096 bytes.</summary>
    private const int MaxWarning = 1000;

    public IReadOnlyDictionary<string, string> ToData()
    {
        var key = CrlKeyFound ?? Place.KeyPrefix;
        var warning = string.Join(" ", Warnings);
        return new Dictionary<string, string>
        {
            [CrlUrl] = Place.Url(key),
            [CrlKey] = key,
            [CaCertificateUrl] = Place.Url(CertificateKey),
            [Warning] = warning.Length switch
            {
                0 => NoWarning,
                <= MaxWarning => warning,
                _ => warning[..MaxWarning] + "...",
            },
            [ChangedName] = Changed ? "true" : "false",
        };
    }
}
